package dev.bolt.search.rank;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the order by rank.
 *
 * @param high extensions, without a dot, of files that come first among those that define as much of what matched
 * @param medium extensions of files that come next; what is in none of the three lists comes before {@code low}
 * @param low extensions of files that come last
 */
@Validated
@ConfigurationProperties("bolt.search.rank")
public record RankProperties(
        @DefaultValue("py") List<String> high,
        @DefaultValue({"js", "ts"}) List<String> medium,
        @DefaultValue({"json", "yaml", "toml"}) List<String> low) {
    private static final Pattern EXTENSION = Pattern.compile("[^./\\\\]+");

    /**
     * In small letters, as they are compared.
     *
     * @throws IllegalArgumentException if one is no extension
     */
    public RankProperties {
        high = extensions("high", high);
        medium = extensions("medium", medium);
        low = extensions("low", low);
    }

    private static List<String> extensions(String setting, List<String> given) {
        for (String extension : given) {
            if (!EXTENSION.matcher(extension).matches()) {
                throw new IllegalArgumentException(
                        "%s must name extensions without a dot, such as py, not '%s'".formatted(setting, extension));
            }
        }
        return given.stream()
                .map(extension -> extension.toLowerCase(Locale.ROOT))
                .toList();
    }
}
