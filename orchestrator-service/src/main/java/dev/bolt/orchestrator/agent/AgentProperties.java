package dev.bolt.orchestrator.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the agents. The defaults are the tuning guide's, affinity excepted: there agents are pinned.
 *
 * @param count how many steps run at once, 2 to 64
 * @param batchSize steps that an agent takes from the queue at once when more wait than there are agents, 1 to 64; 1
 *     takes each alone
 * @param batchWait longest that a step waits in an agent's batch before any idle agent may take it, from 1 ms
 * @param stealing whether an idle agent takes half of what another's batch holds of NORMAL and LOW
 * @param affinity numbers of processors, such as {@code 0,1,2,3}: each agent runs on one of them alone, in turn. Only
 *     on Linux; elsewhere the status says that it is not available. Empty by default: with any other load on a pinned
 *     processor its agents are slower than free ones
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.agent")
public record AgentProperties(
        @Min(2) @Max(64) @DefaultValue("8") int count,
        @Min(1) @Max(64) @DefaultValue("4") int batchSize,

        @NotNull @DurationMin(millis = 1) @DefaultValue("100ms")
        Duration batchWait,

        @DefaultValue("true") boolean stealing,

        @DefaultValue List<@Min(0) @Max(1023) Integer> affinity) {
    /** Copies the list. */
    public AgentProperties {
        affinity = List.copyOf(affinity);
    }

    /** So many agents, the rest as by default. */
    public static AgentProperties of(int count) {
        return new AgentProperties(count, 4, Duration.ofMillis(100), true, List.of());
    }
}
