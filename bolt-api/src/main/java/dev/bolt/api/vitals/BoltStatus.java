package dev.bolt.api.vitals;

import java.util.List;

/**
 * Bolt as a whole.
 *
 * @param services the services behind the gateway, by name
 * @param agents the agent pool, by name
 * @param queued steps that wait for an agent
 * @param tools what each tool is granted, by name
 */
public record BoltStatus(List<ServiceStatus> services, List<AgentStatus> agents, int queued, List<ToolStatus> tools) {
    /** Copies the lists. */
    public BoltStatus {
        services = List.copyOf(services);
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
    }
}
