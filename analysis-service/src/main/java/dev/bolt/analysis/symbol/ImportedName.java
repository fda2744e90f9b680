package dev.bolt.analysis.symbol;

/**
 * One name of an import statement.
 *
 * @param module as written, dotted, without leading dots; may be empty when {@code level > 0}
 * @param level leading dots
 * @param name what is taken from the module, {@code *} for all; empty for {@code import module}
 * @param bound the name it gets in the file
 * @param renamed whether it says {@code as}, be it the same name
 * @param line 1-based, of the statement
 * @param nameLine 1-based, of the name itself
 * @param context where it stands
 */
public record ImportedName(
        String module,
        int level,
        String name,
        String bound,
        boolean renamed,
        int line,
        int nameLine,
        ImportContext context) {

    /** The name as one would look for it: what is taken, or the last part of the module. */
    public String simpleName() {
        if (!name.isEmpty()) {
            return name;
        }
        int slash = module.lastIndexOf('/');
        return slash < 0 ? module.substring(module.lastIndexOf('.') + 1) : module.substring(slash + 1);
    }

    /** As written, with dots in front. */
    public String written() {
        String dotted = ".".repeat(level) + module;
        return name.isEmpty() || name.equals("*") ? dotted : dotted + (module.isEmpty() ? "" : ".") + name;
    }
}
