package dev.bolt.orchestrator.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the agents.
 *
 * @param count how many steps run at once, 2 to 64
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.agent")
public record AgentProperties(
        @Min(2) @Max(64) @DefaultValue("8") int count) {}
