package dev.bolt.search.rank;

import dev.bolt.api.search.FileMatches;
import dev.bolt.search.text.PathOrder;
import java.util.Comparator;
import java.util.Locale;

/**
 * Where a file that matches stands among others: those that define exactly what matched, those that define something
 * with it in its name, then by the priority of its type, then those with the shorter path, then by path. Not equal for
 * two paths.
 *
 * @param share of a defined name that matches, 0 for all of it
 * @param priority of its type, 0 for the highest
 * @param path of the file
 */
public record FileRank(int share, int priority, String path) implements Comparable<FileRank> {
    private static final Comparator<FileRank> ORDER = Comparator.comparingInt(FileRank::share)
            .thenComparingInt(FileRank::priority)
            .thenComparingInt(rank -> rank.path.length())
            .thenComparing(FileRank::path, PathOrder::compare);

    /** Costs some microseconds a line that matches. */
    public static FileRank of(FileMatches file, RankProperties properties) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        int share = file.lines().stream()
                .mapToInt(line -> Definitions.defines(extension, line).ordinal())
                .min()
                .orElse(Definitions.Share.NONE.ordinal());
        return new FileRank(share, priority(extension, properties), file.path());
    }

    private static int priority(String extension, RankProperties properties) {
        if (properties.high().contains(extension)) {
            return 0;
        }
        if (properties.medium().contains(extension)) {
            return 1;
        }
        return properties.low().contains(extension) ? 3 : 2;
    }

    @Override
    public int compareTo(FileRank other) {
        return ORDER.compare(this, other);
    }
}
