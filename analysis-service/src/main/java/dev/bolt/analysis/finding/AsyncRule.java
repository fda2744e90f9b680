package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Coroutines that stop the event loop, and coroutines that nobody runs. */
final class AsyncRule implements Rule {
    private static final Set<String> BLOCKING = Set.of(
            "requests.get",
            "requests.post",
            "requests.put",
            "requests.patch",
            "requests.delete",
            "requests.head",
            "requests.request",
            "urllib.request.urlopen",
            "subprocess.run",
            "subprocess.call",
            "subprocess.check_call",
            "subprocess.check_output",
            "os.system",
            "os.wait",
            "socket.create_connection");

    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (!scope.async() || !(expression instanceof Expression.Call call)) {
            return;
        }
        String name = Calls.name(call, report);
        if (name.isEmpty()) {
            return;
        }
        if (name.equals("time.sleep")) {
            report.add(
                    KnownRule.SLEEP_IN_ASYNC,
                    call.line(),
                    scope,
                    "time.sleep blocks the event loop that %s runs on.".formatted(scope.qualifiedName()));
        } else if (BLOCKING.contains(name)) {
            report.add(
                    KnownRule.CALL_IN_ASYNC,
                    call.line(),
                    scope,
                    "%s blocks the event loop that %s runs on.".formatted(name, scope.qualifiedName()));
        }
    }

    /** Looks at statements that are only a call of a coroutine function of this module, or of this class by self. */
    @Override
    public void module(Module module, FileModel model, Report report) {
        if (module.body().stream().noneMatch(statement -> statement.lines().mayContain(Kinds.ASYNC))) {
            return;
        }
        Set<String> functions = coroutines(module.body());
        if (!functions.isEmpty()) {
            unawaited(module.body(), functions, "", Scope.MODULE, report);
        }
        Walk.statements(module.body(), statement -> {
            if (statement instanceof Statement.ClassDef def) {
                Set<String> methods = coroutines(def.body());
                if (!methods.isEmpty()) {
                    unawaited(def.body(), methods, "self.", new Scope(null, def.name(), null), report);
                }
            }
        });
    }

    private static Set<String> coroutines(List<Statement> block) {
        List<Statement.FunctionDef> functions = Definitions.functions(block);
        boolean async = false;
        for (Statement.FunctionDef function : functions) {
            async |= function.async();
        }
        if (!async) {
            return Set.of();
        }
        var plain = new HashSet<String>();
        var coroutines = new HashSet<String>();
        for (Statement.FunctionDef function : functions) {
            boolean generator = function.async() && yields(function.body());
            boolean counts =
                    function.async() && !generator && function.decorators().isEmpty();
            (counts ? coroutines : plain).add(function.name());
        }
        coroutines.removeAll(plain);
        return coroutines;
    }

    private static boolean yields(List<Statement> body) {
        boolean[] found = {false};
        Walk.statements(
                body,
                statement -> Walk.expressions(
                        statement, Kinds.YIELD, expression -> found[0] |= expression instanceof Expression.Yield));
        return found[0];
    }

    private static void unawaited(
            List<Statement> block, Set<String> coroutines, String prefix, Scope scope, Report report) {
        for (Statement statement : block) {
            if (statement instanceof Statement.Evaluate evaluate && evaluate.value() instanceof Expression.Call call) {
                String name = Walk.dotted(call.function());
                if (name != null && name.startsWith(prefix) && coroutines.contains(name.substring(prefix.length()))) {
                    report.add(
                            KnownRule.NEVER_AWAITED,
                            call.line(),
                            scope,
                            "The coroutine of %s is made and dropped.".formatted(name));
                }
            }
            boolean otherSelf = !prefix.isEmpty() && statement instanceof Statement.ClassDef;
            if (!otherSelf) {
                Scope inner = inside(statement, scope);
                statement.blocks().forEach(body -> unawaited(body, coroutines, prefix, inner, report));
            }
        }
    }

    private static Scope inside(Statement statement, Scope scope) {
        return statement instanceof Statement.FunctionDef def ? Scope.of(def, scope) : scope;
    }
}
