package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @Test
    void areBareNamesAndWordsOfShortStrings() {
        Mentions mentions =
                PythonParser.parse("""
                        import a, b.c, d as e
                        f.g(h, key=i, *j)['k l']
                        def m(n: 'list[o]' = p, *q): return f'{r!r:{s}}'
                        ａｂ = "%s"
                        match t:
                            case U(v=w.x): pass
                        """.formatted("y " + "z".repeat(300))).mentions();
        for (String name : "f h i j k l o p r s ab t U w".split(" ")) {
            assertThat(mentions.contains(name)).as(name).isTrue();
        }
        for (String name : "a b c d e g key m n q v x y list1 ａｂ".split(" ")) {
            assertThat(mentions.contains(name)).as(name).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = a if b and not c else -d ** e",
                "y = [f(i)[0] for i in g.h if i < 3] + [lambda: (j := 1)]",
                "async def k(): return f'{await (yield {1: 2})}'",
                "with a.b as c, (yield): pass",
                "with (a.b() as c, d[0]): pass",
                "match a.b(c):\n  case {'k': [1, *_]} | D(e=f.g) if h: pass\n",
                "@a.b(c)\nclass D(e[0], f=lambda: 1):\n  x: g.h = i.j\n",
                "for a.b in c(): pass\nelse: d[1] += 1\n",
                "del a.b; assert c, -d; raise e from f()",
                "try: pass\nexcept a.b as c: pass\n",
                "type A[T: b.c] = d[T]\n",
            })
    void kindsOfExpressionsAreToldByTheirStatement(String source) {
        Module module = PythonParser.parse(source.getBytes(StandardCharsets.UTF_8));
        assertThat(module.problems()).isEmpty();
        Told.check(module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if a:\n  for b in c: d += 1\nelse:\n  def e():\n    import f\n",
                "class A:\n  async def f():\n    with a:\n      assert b\n  x = os\n",
                "def f():\n  try: return\n  except A: return 1\n  finally: log.error(x)\n",
                "if a: pass\nelif f(verify=False):\n  class B: pass\n",
                "def f():\n  return [a\nx = f'{re}'\nwhile a:\n  ) + (\n",
            })
    void kindsInsideAreToldByAllAround(String source) {
        Told.check(PythonParser.parse(source));
    }

    @Test
    void whatIsImportedFromAWatchedModuleIsWatchedFromThereOn() {
        Module module = PythonParser.parse("import os.path as a, b\na.c\nb.c\n");
        assertThat(module.mentions().watchedLate()).isFalse();
        assertThat(module.body().get(1).lines().mayHave(Kinds.WATCHED)).isTrue();
        assertThat(module.body().get(2).lines().mayHave(Kinds.WATCHED)).isFalse();
        assertThat(PythonParser.parse("a()\nfrom os import b as a\n").mentions().watchedLate())
                .isTrue();
    }

    @Test
    void kindsAreThoseOfTheStatementItselfAlone() {
        Statement loop = PythonParser.parse("while a:\n  b.c(d) and e\n").body().getFirst();
        assertThat(loop.lines().kinds()).isEqualTo(Kinds.NEST);
        assertThat(loop.lines().inside()).isEqualTo(Kinds.NEST | Kinds.ATTRIBUTE | Kinds.CALL | Kinds.LOGIC);
        Lines inner = loop.blocks().getFirst().getFirst().lines();
        assertThat(inner.kinds()).isEqualTo(Kinds.ATTRIBUTE | Kinds.CALL | Kinds.LOGIC);
    }
}
