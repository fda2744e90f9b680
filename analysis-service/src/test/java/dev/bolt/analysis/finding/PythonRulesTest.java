package dev.bolt.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PythonRulesTest {
    private static final FindingProperties LIMITS = new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of());

    @Test
    void namesAFunctionThatBranchesMoreThanTheLimit() {
        String source = "def f(a):\n" + "    if a: pass\n".repeat(10);
        assertThat(ids(source)).containsExactly("complexity.cyclomatic");
        assertThat(check(source, LIMITS).getFirst().message()).contains("f has", "11", "10");
        assertThat(check(source, new FindingProperties(11, 100, 7, 30, 15, 5, 10, Set.of())))
                .isEmpty();
    }

    @Test
    void countsLinesParametersAndMethods() {
        String source = "class A:\n    def f(self, a, b):\n        pass\n        pass\n    def g(self): pass\n";
        assertThat(ids(source)).isEmpty();
        assertThat(check(source, new FindingProperties(10, 2, 7, 30, 15, 5, 10, Set.of())))
                .extracting(Finding::ruleId, Finding::symbol)
                .containsExactly(org.assertj.core.api.Assertions.tuple("function.too-long", "A.f"));
        assertThat(check(source, new FindingProperties(10, 100, 1, 30, 15, 5, 10, Set.of())))
                .extracting(Finding::ruleId)
                .containsExactly("function.too-many-parameters");
        assertThat(check(source, new FindingProperties(10, 100, 7, 1, 15, 5, 10, Set.of())))
                .extracting(Finding::ruleId)
                .containsExactly("class.too-large");
    }

    @Test
    void namesMutableDefaults() {
        assertThat(ids("def f(a=[], b={}, c=(), d=None, e=dict(), *, g={1}): pass"))
                .containsExactly(
                        "function.mutable-default",
                        "function.mutable-default",
                        "function.mutable-default",
                        "function.mutable-default");
    }

    @Test
    void namesBareAndSwallowingHandlers() {
        assertThat(ids("try:\n    f()\nexcept:\n    log()\n")).containsExactly("except.bare");
        assertThat(ids("try:\n    f()\nexcept:\n    raise\n")).isEmpty();
        assertThat(ids("try:\n    f()\nexcept Exception:\n    pass\n")).containsExactly("except.swallowed");
        assertThat(ids("try:\n    f()\nexcept KeyError:\n    pass\n")).isEmpty();
        assertThat(ids("try:\n    f()\nexcept:  # noqa\n    log()\n")).isEmpty();
    }

    @Test
    void namesUnusedImportsAndSparesThoseWithAReason() {
        assertThat(ids("import os\nimport sys\nsys.exit()\n")).containsExactly("import.unused");
        assertThat(ids("from a import b as c\n")).containsExactly("import.unused");
        assertThat(ids("class C:\n    from a import b\n")).isEmpty();
        assertThat(ids("import os  # noqa: F401\n")).isEmpty();
        assertThat(ids("from a import (  # noqa\n    b,\n)\n")).isEmpty();
        assertThat(ids("from a import b\n__all__ = ['b']\n")).isEmpty();
        assertThat(ids("from a import b\nx: 'list[b]' = []\n")).isEmpty();
        assertThat(ids("from __future__ import annotations\n")).isEmpty();
        assertThat(ids("from a import b as b\n")).isEmpty();
        assertThat(ids("try:\n    import a\nexcept ImportError:\n    a = None\n"))
                .isEmpty();
        assertThat(ids("def f():\n    import os\n")).isEmpty();
        var module = PythonParser.parse("import os\n");
        var init = PythonModel.of("pkg/__init__.py", module);
        assertThat(new PythonRules(LIMITS).check(module, init)).isEmpty();
    }

    @Test
    void namesStarImportsEvalAndComparisonsWithNone() {
        assertThat(ids("from a import *\n")).containsExactly("import.star");
        assertThat(ids("eval(x)\nexec('1')\nmodel.eval(x)\n")).containsExactly("call.eval");
        assertThat(ids("a == None\nNone != b\nc is None\n")).containsExactly("comparison.none", "comparison.none");
    }

    @Test
    void namesFilesThatNobodyCloses() {
        assertThat(ids("x = open('a').read()\n")).containsExactly("resource.open-without-with");
        assertThat(ids("def f():\n    g = open('a')\n    h = g.read()\n"))
                .containsExactly("resource.open-without-with");
        assertThat(ids("def f():\n    g = open('a')\n    g.close()\n")).isEmpty();
        assertThat(ids("def f():\n    g = open('a')\n    return g\n")).isEmpty();
        assertThat(ids("def f(self):\n    g = open('a')\n    self.g = g\n")).isEmpty();
        assertThat(ids("def f():\n    g = open('a')\n    keep(g)\n")).isEmpty();
        assertThat(ids("with open('a') as f:\n    f.read()\n")).isEmpty();
    }

    @Test
    void namesSleepingCoroutines() {
        assertThat(ids("import time\nasync def f():\n    time.sleep(1)\n")).containsExactly("blocking.sleep-in-async");
        assertThat(ids("from time import sleep as s\nasync def f():\n    s(1)\n"))
                .containsExactly("blocking.sleep-in-async");
        assertThat(ids("import time\nasync def f():\n    def g():\n        time.sleep(1)\n"))
                .isEmpty();
        assertThat(ids("from asyncio import sleep\nasync def f():\n    await sleep(1)\n"))
                .isEmpty();
    }

    @Test
    void namesRequestsWithoutTimeout() {
        assertThat(ids("import requests\nrequests.get(u)\n")).containsExactly("network.call-without-timeout");
        assertThat(ids("import requests as r\nr.post(u, timeout=1)\nr.get(u, **options)\n"))
                .isEmpty();
        assertThat(ids("from urllib.request import urlopen\nurlopen(u)\nurlopen(u, None, 3)\n"))
                .containsExactly("network.call-without-timeout");
        assertThat(ids("import urllib.request\nurllib.request.urlopen(u)\n"))
                .containsExactly("network.call-without-timeout");
        assertThat(ids("requests = {}\nrequests.get(u)\n")).containsExactly("network.call-without-timeout");
    }

    @Test
    void tellsSyntaxErrors() {
        assertThat(ids("x = = 1\n")).containsExactly("syntax.error");
    }

    private static List<String> ids(String source) {
        return check(source, LIMITS).stream().map(Finding::ruleId).toList();
    }

    private static List<Finding> check(String source, FindingProperties limits) {
        var module = PythonParser.parse(source);
        return new PythonRules(limits).check(module, PythonModel.of("x.py", module));
    }
}
