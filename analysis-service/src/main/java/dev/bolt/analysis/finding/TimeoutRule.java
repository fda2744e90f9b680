package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Walk;
import java.util.Set;

/** {@code network.call-without-timeout}: a request of requests or urllib that may wait for ever. */
final class TimeoutRule implements Rule {
    private static final Set<String> REQUESTS = Set.of(
            "requests.get",
            "requests.post",
            "requests.put",
            "requests.patch",
            "requests.delete",
            "requests.head",
            "requests.options",
            "requests.request");
    private static final String URLOPEN = "urllib.request.urlopen";
    private static final int URLOPEN_TIMEOUT_POSITION = 3;

    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (!(expression instanceof Expression.Call call)) {
            return;
        }
        String name = Calls.name(call, report);
        if (name.isEmpty()) {
            return;
        }
        boolean watched = REQUESTS.contains(name) || name.equals(URLOPEN);
        if (watched && !bounded(call, name)) {
            report.add(
                    KnownRule.WITHOUT_TIMEOUT,
                    call.line(),
                    scope,
                    "%s has no timeout: a silent server makes it wait for ever."
                            .formatted(Walk.dotted(call.function())));
        }
    }

    private static boolean bounded(Expression.Call call, String name) {
        boolean named = call.arguments().stream()
                .anyMatch(argument -> argument.keyword().equals("timeout")
                        || argument.keyword().startsWith("*"));
        long positional = call.arguments().stream()
                .filter(argument -> argument.keyword().isEmpty())
                .count();
        return named || name.equals(URLOPEN) && positional >= URLOPEN_TIMEOUT_POSITION;
    }
}
