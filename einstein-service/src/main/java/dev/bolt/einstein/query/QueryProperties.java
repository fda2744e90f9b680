package dev.bolt.einstein.query;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How questions are answered.
 *
 * @param onDemandBudget time to embed the best candidates that have no vector yet, 0 for none, at most 10 s; the first
 *     twelve have three times as long where the machine is busy. What is made is kept
 * @param candidates hits of words and of vectors that are fused, 10 to 1000
 * @param lexicalWeight what the words of a chunk count beside its cosine, 0 to 2: a model of your own whose cosines lie
 *     closer together than those of MiniLM, or that needs the words less, wants less
 * @param parallel questions that are answered at once, 1 to 64; others wait their turn, as long as their deadline lasts
 */
@Validated
@ConfigurationProperties("bolt.einstein.query")
public record QueryProperties(
        @NotNull @DefaultValue("300ms") Duration onDemandBudget,
        @Min(10) @Max(1000) @DefaultValue("100") int candidates,

        @DecimalMin("0") @DecimalMax("2") @DefaultValue("0.3")
        double lexicalWeight,

        @Min(1) @Max(64) @DefaultValue("4") int parallel) {
    /** @throws IllegalArgumentException if the budget is out of its range */
    public QueryProperties {
        if (onDemandBudget.isNegative() || onDemandBudget.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("on-demand-budget must be 0 to 10s, not " + onDemandBudget);
        }
    }
}
