package dev.bolt.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.Finding;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on the smallest source that it speaks about, and on its nearest neighbour that it spares. */
class RulesTest {
    private static final FindingProperties LIMITS = limits(Set.of());

    private static FindingProperties limits(Set<String> disabled) {
        return new FindingProperties(10, 100, 7, 30, 15, 5, 10, disabled);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "code.unreachable | def f():;    return 1;    x = 2",
                "code.unreachable | for a in b:;    continue;    f()",
                "code.unreachable | raise E;x = 1",
                "finally.jump | def f():;    try:;        g();    finally:;        return 1",
                "finally.jump | for a in b:;    try:;        g();    finally:;        break",
                "assert.tuple | assert (a, 'text')",
                "function.inconsistent-return | def f(a):;    if a:;        return;    return 1",
                "except.lost-cause | try:;    f();except E:;    raise F('x')",
                "except.unreachable | try:;    f();except Exception:;    g();except KeyError:;    h()",
                "loop.captured-variable | for a in b:;    c.append(lambda: a)",
                "performance.string-in-loop | for a in b:;    s += f'{a}'",
                "performance.string-in-loop | while a:;    if b:;        s += 'x'",
                "performance.compile-in-loop | import re;for a in b:;    re.compile('x')",
                "performance.sorted-first | x = sorted(a)[0]",
                "performance.sorted-first | x = sorted(a, key=k)[-1]",
                "comparison.literal-identity | x = a is 'b'",
                "comparison.literal-identity | x = 1 is not a",
                "comparison.type | x = type(a) == type(b)",
                "dictionary.duplicate-key | x = {'a': 1, 'b': 2, 'a': 3}",
                "dictionary.duplicate-key | x = {1: 1, 1: 2}",
                "security.shell | import subprocess;subprocess.run(a, shell=True)",
                "security.shell | import os;os.system('ls ' + a)",
                "security.shell | import os as o;x = f'{o.system(a)}'",
                "security.shell | from os import system as s;s(a)",
                "security.shell | def f(a):;    s(a);from os import system as s",
                "security.deserialization | import pickle;pickle.loads(a)",
                "security.deserialization | import yaml;yaml.load(a)",
                "security.deserialization | import dill;dill.loads(a)",
                "security.deserialization | import marshal;marshal.load(a)",
                "security.deserialization | import shelve;shelve.open(a)",
                "security.shell | from os import system as s;s('ls ' + a)",
                "security.shell | import os as o;o.popen('ls ' + a)",
                "security.certificate | s.get(u, verify=False)",
                "security.secret | API_KEY = 'k3jh4kj5h34kjh5'",
                "security.secret | self.password = 'correcthorse'",
                "security.temporary-file | import tempfile;x = tempfile.mktemp()",
                "async.never-awaited | async def f(): pass;async def g():;    f()",
                "async.never-awaited | class A:;    async def f(self): pass;    def g(self):;        self.f()",
                "blocking.call-in-async | import subprocess;async def f():;    subprocess.run(['a'])",
                "blocking.call-in-async | import socket;async def f():;    socket.create_connection(a)",
                "blocking.call-in-async | import urllib.request;async def f():;    urllib.request.urlopen(a, b, 9)",
                "definition.redefined | def f(): pass;def f(): return 1",
                "definition.unused | def _f(): pass",
                "method.without-self | class A:;    def f(): pass",
                "state.global | def f():;    global a;    a = 1",
                "logging.eager-format | logger.info(f'{a}')",
                "logging.eager-format | self.log.debug('%s' % a)",
                "datetime.naive | from datetime import datetime;datetime.utcnow()",
                "datetime.naive | import datetime;datetime.datetime.now()"
            })
    void speaks(String rule, String source) {
        assertThat(ids(source, LIMITS)).containsOnlyOnce(rule).allMatch(rule::equals);
        assertThat(ids(source, limits(Set.of(rule)))).isEmpty();
        assertThat(ids(source, limits(Set.of(rule.substring(0, rule.indexOf('.'))))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def f():;    return;    yield",
                "def f(a):;    if a:;        return;    g()",
                "def f():;    try:;        g();    finally:;        for a in b:;            break",
                "assert (a)",
                "assert ()",
                "try:;    f();except E as e:;    raise F('x') from e",
                "try:;    f();except E:;    raise",
                "try:;    f();except KeyError:;    h();except Exception:;    g()",
                "for a in b:;    c.append(lambda a=a: a)",
                "for a in b:;    c.sort(key=lambda x: x + a)",
                "for a in b:;    s += 1",
                "for a in b:;    def f():;        s += 'x'",
                "import re;for a in b:;    re.compile(a)",
                "x = sorted(a)[1]",
                "x = a is None",
                "x = type(a) is B",
                "x = {'a': 1, **b, 'a': 2}",
                "x = {'a': 1, b'a': 2, a: 3}",
                "import subprocess;subprocess.run(['ls', a])",
                "import a as os;os.system('ls ' + b)",
                "import subprocess;subprocess.run('ls', shell=True)",
                "import yaml;yaml.load(a, Loader=yaml.SafeLoader)",
                "password = ''",
                "password = 'your password here'",
                "token = 'example-token-123'",
                "async def f(): pass;async def g():;    await f()",
                "async def f():;    yield 1;f()",
                "import subprocess;def f():;    subprocess.run(['a'])",
                "@overload;def f(): pass;def f(): return 1",
                "if a:;    def f(): pass;else:;    def f(): pass",
                "def _f(): pass;x = _f",
                "@app.get;def _f(): pass",
                "class A:;    @staticmethod;    def f(): pass",
                "class A(Interface):;    def f(): pass",
                "def f():;    global a;    return a",
                "logger.info('%s', a)",
                "from datetime import datetime, timezone;datetime.now(timezone.utc)"
            })
    void spares(String source) {
        assertThat(ids(source, LIMITS)).isEmpty();
    }

    @Test
    void countsNestingAndCognitiveComplexity() {
        String nested = "def f(a):;if a:;if a:;if a:;if a:;if a:;if a:;g()";
        var source = new StringBuilder();
        String[] lines = nested.split(";");
        for (int i = 0; i < lines.length; i++) {
            source.append("    ".repeat(i)).append(lines[i]).append('\n');
        }
        assertThat(ids(source.toString(), LIMITS)).containsExactly("complexity.cognitive", "complexity.nesting");
        assertThat(check(source.toString(), LIMITS).getFirst().message()).contains("21", "15");
        assertThat(ids(source.toString(), new FindingProperties(10, 100, 7, 30, 21, 6, 10, Set.of())))
                .isEmpty();
    }

    @Test
    void saysWhichFileIsHardToMaintain() {
        var source = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            source.append("if a%d > b: c = a%d * b + d\n".formatted(i, i));
        }
        assertThat(ids(source.toString(), LIMITS)).containsExactly("module.hard-to-maintain");
        assertThat(check(source.toString(), LIMITS).getFirst().message()).contains("of 100; the limit is 10.");
        assertThat(ids(source.toString(), new FindingProperties(10, 100, 7, 30, 15, 5, 0, Set.of())))
                .isEmpty();
    }

    @Test
    void aCommentSilencesARuleAFamilyOrAllOnItsLineOrInItsFile() {
        String line = "x = a == None";
        assertThat(ids(line, LIMITS)).hasSize(1);
        assertThat(ids(line + "  # bolt: ignore", LIMITS)).isEmpty();
        assertThat(ids(line + "  # bolt: ignore[comparison.none]", LIMITS)).isEmpty();
        assertThat(ids(line + "  # bolt:ignore[import, comparison] known", LIMITS))
                .isEmpty();
        assertThat(ids(line + "  # bolt: ignore[import.unused]", LIMITS)).hasSize(1);
        assertThat(ids(line + ";# bolt: ignore-file[comparison.none]", LIMITS)).isEmpty();
        assertThat(ids(line + ";# bolt: ignore", LIMITS)).hasSize(1);
        assertThat(ids(line + "  # NOQA: E711", LIMITS)).isEmpty();
    }

    @Test
    void everyRuleHasItsOwnIdAndSaysWhyAndWhatToDo() {
        var ids = new HashSet<String>();
        for (KnownRule rule : KnownRule.values()) {
            assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
            assertThat(rule.id()).matches("[a-z]+\\.[a-z-]+");
            assertThat(rule.why()).endsWith(".");
            assertThat(rule.advice()).isNotBlank();
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void refusesToTurnOffWhatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Set.of("import.unsued")))
                .withMessageContaining("import.unsued");
        assertThat(Arrays.stream(KnownRule.values()).filter(limits(Set.of("import"))::enabled))
                .noneMatch(rule -> rule.family().equals("import"));
    }

    private static List<String> ids(String source, FindingProperties limits) {
        return check(source.replace(";", "\n") + "\n", limits).stream()
                .map(Finding::ruleId)
                .toList();
    }

    private static List<Finding> check(String source, FindingProperties limits) {
        var module = PythonParser.parse(source);
        return new PythonRules(limits).check(module, PythonModel.of("x.py", module));
    }
}
