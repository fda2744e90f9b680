package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Severity;

/** {@code blocking.sleep-in-async}: {@code time.sleep} in a coroutine stops every other coroutine, too. */
final class SleepRule implements Rule {
    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (scope.async() && expression instanceof Expression.Call call) {
            String name = Walk.dotted(call.function());
            if (name != null && report.imported(name).equals("time.sleep")) {
                report.add(
                        "blocking.sleep-in-async",
                        Severity.ERROR,
                        call.line(),
                        scope,
                        "time.sleep blocks the event loop that %s runs on.".formatted(scope.qualifiedName()),
                        "Write 'await asyncio.sleep(…)'.");
            }
        }
    }
}
