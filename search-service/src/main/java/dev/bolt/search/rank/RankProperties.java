package dev.bolt.search.rank;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order by rank: file name extensions without a dot; what is in none of them comes before {@code low}.
 *
 * @param high of files that come first among those that define as much of what matched
 * @param medium of files that come next
 * @param low of files that come last
 */
@Validated
@ConfigurationProperties("bolt.search.rank")
public record RankProperties(
        @DefaultValue("py") List<@NotNull @Pattern(regexp = RankProperties.EXTENSION) String> high,

        @DefaultValue({"js", "ts"}) List<@NotNull @Pattern(regexp = RankProperties.EXTENSION) String> medium,

        @DefaultValue({"json", "yaml", "toml"}) List<@NotNull @Pattern(regexp = RankProperties.EXTENSION) String> low) {
    static final String EXTENSION = "[^./\\\\]+";
}
