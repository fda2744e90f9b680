package dev.bolt.cli.render;

import dev.bolt.api.analysis.AffectedFile;
import dev.bolt.api.analysis.ChangeResult;
import dev.bolt.api.analysis.ChangedFile;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a diff touches, for a person: what changes, then who uses it line by line, then who only depends on it. */
public final class ChangeText {
    private static final int MOST_USES = 8;

    private final Palette colors;

    /** For any number of answers. */
    public ChangeText(Palette colors) {
        this.colors = colors;
    }

    /** All of it. */
    public String of(ChangeResult result) {
        var text = new StringBuilder();
        result.changed().forEach(file -> text.append(changed(file)));
        for (AffectedFile file : result.affected()) {
            text.append(affected(file));
        }
        return text.append(colors.dim(Quantity.count(result.total(), "file") + " may break"
                        + (result.complete() ? "" : "; not all definitions were looked for")))
                .append('\n')
                .toString();
    }

    private String changed(ChangedFile file) {
        List<String> what = new ArrayList<>(
                file.definitions().stream().map(Symbol::qualifiedName).toList());
        file.removed().forEach(name -> what.add(name + " (removed)"));
        if (file.wide() && file.known()) {
            what.add("lines outside of definitions");
        }
        String note = !file.known() ? "not in the code model" : file.exact() ? "" : "the diff does not fit the file";
        return "%s  %s  %s%s%n"
                .formatted(
                        colors.bold(file.change().name().toLowerCase(Locale.ROOT)),
                        colors.path(file.path()),
                        String.join(", ", what),
                        colors.dim(note.isEmpty() ? "" : (what.isEmpty() ? "" : "  ") + note));
    }

    private String affected(AffectedFile file) {
        if (file.uses().isEmpty()) {
            return "%3d  %s%s%n"
                    .formatted(file.distance(), colors.path(file.path()), colors.dim("  via " + file.via()));
        }
        String uses = file.uses().stream().limit(MOST_USES).map(ChangeText::use).collect(Collectors.joining("\n"));
        int more = file.uses().size() - MOST_USES;
        return "%3d  %s%n%s%s%n"
                .formatted(
                        file.distance(),
                        colors.path(file.path()),
                        uses,
                        more > 0 ? colors.dim("\n       and %d more".formatted(more)) : "");
    }

    private static String use(Reference use) {
        return "       %d  %s%s%s"
                .formatted(
                        use.span().startLine(),
                        use.kind(),
                        use.within().isEmpty() ? "" : " in " + use.within(),
                        use.confidence() < 1 ? " (%.0f %% sure)".formatted(100 * use.confidence()) : "");
    }
}
