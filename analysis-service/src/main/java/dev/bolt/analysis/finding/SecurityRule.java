package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.analysis.syntax.Watched;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places where data from outside may become code, or where a secret or a certificate is treated lightly. */
final class SecurityRule implements Rule {
    private static final Set<String> LOADERS = Set.of(
            "pickle.load",
            "pickle.loads",
            "pickle.Unpickler",
            "marshal.load",
            "marshal.loads",
            "shelve.open",
            "dill.loads");
    private static final Set<String> SAFE = Set.of("SafeLoader", "CSafeLoader", "BaseLoader");
    private static final Pattern SECRET =
            Pattern.compile("(.*_)?(password|passwd|secret|secret_key|api_key|apikey|token)");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i).*(example|change|dummy|test|xxx|your|<|\\{|\\*\\*).*");
    private static final int SHORTEST_SECRET = 8;

    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Call call) {
            String name = Calls.name(call, report);
            if (!name.isEmpty()) {
                evaluates(call, name, scope, report);
                shells(call, name, scope, report);
                loads(call, name, scope, report);
            }
            if (Calls.is(Calls.keyword(call, Watched.VERIFY), "False")) {
                report.add(
                        KnownRule.CERTIFICATE,
                        call.line(),
                        scope,
                        "This call does not verify the server's certificate.");
            }
            if (name.equals("tempfile.mktemp")) {
                report.add(KnownRule.TEMPORARY_FILE, call.line(), scope, "mktemp only makes up a name.");
            }
        }
    }

    private static void evaluates(Expression.Call call, String name, Scope scope, Report report) {
        boolean runs = name.equals("eval") || name.equals("exec");
        if (runs
                && !call.arguments().isEmpty()
                && !constant(call.arguments().getFirst().value())) {
            report.add(KnownRule.EVAL, call.line(), scope, "%s runs whatever text it is given.".formatted(name));
        }
    }

    private static void shells(Expression.Call call, String name, Scope scope, Report report) {
        boolean always = name.equals("os.system") || name.equals("os.popen");
        boolean asked = name.startsWith("subprocess.") && Calls.is(Calls.keyword(call, "shell"), "True");
        if ((always || asked) && !constant(Calls.first(call))) {
            report.add(
                    KnownRule.SHELL,
                    call.line(),
                    scope,
                    "%s gives a text that is put together to a shell.".formatted(name));
        }
    }

    private static void loads(Expression.Call call, String name, Scope scope, Report report) {
        boolean yaml = name.equals("yaml.load") && !safe(call);
        if (yaml || LOADERS.contains(name)) {
            report.add(
                    KnownRule.DESERIALIZATION, call.line(), scope, "%s can run code while it loads.".formatted(name));
        }
    }

    private static boolean safe(Expression.Call call) {
        Expression loader = Calls.keyword(call, "Loader");
        if (loader == null && call.arguments().size() > 1) {
            loader = call.arguments().get(1).value();
        }
        String name = loader == null ? null : Walk.dotted(loader);
        return name != null && SAFE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean constant(@Nullable Expression value) {
        return value instanceof Expression.Text
                || value instanceof Expression.Sequence sequence
                        && sequence.elements().stream().allMatch(Expression.Text.class::isInstance);
    }

    /** Whether the last part of its name is that of a secret. */
    private static boolean secret(Expression target) {
        return target instanceof Expression.Name name
                        && SECRET.matcher(lower(name.id())).matches()
                || target instanceof Expression.Attribute attribute
                        && SECRET.matcher(lower(attribute.name())).matches();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.Assign assign
                && assign.value() instanceof Expression.Text text
                && text.value().length() >= SHORTEST_SECRET
                && text.value().indexOf(' ') < 0) {
            for (Expression target : assign.targets()) {
                String name = secret(target) ? Walk.dotted(target) : null;
                if (name != null && !PLACEHOLDER.matcher(text.value()).matches()) {
                    report.add(
                            KnownRule.SECRET,
                            statement.lines().first(),
                            scope,
                            "'%s' is set to a text in the source.".formatted(name));
                }
            }
        }
    }
}
