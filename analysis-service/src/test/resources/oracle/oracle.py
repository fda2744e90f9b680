"""What CPython's ast says about files: statements, expressions, definitions with radon's complexity, imports.

Reads paths from standard input; writes for each '@@ path' and the lines that ModelText writes, or INVALID.
"""
import ast
import io
import re
import sys
import tokenize
import warnings
from collections import Counter

from tree import Text

STATEMENTS = {
    "AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try",
    "AugAssign": "Augment", "AnnAssign": "Annotated", "Global": "Declare", "Nonlocal": "Declare",
    "Pass": "Jump", "Break": "Jump", "Continue": "Jump", "Expr": "Evaluate",
}
EXPRESSIONS = {
    "Call", "Attribute", "Lambda", "IfExp", "BoolOp", "Await", "Yield", "YieldFrom", "NamedExpr", "ListComp",
    "SetComp", "DictComp", "GeneratorExp", "Compare", "Subscript",
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = FUNCTIONS + (ast.ClassDef,)


class Dump:
    def __init__(self, data):
        self.tree = ast.parse(data)
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
        source = data.decode(encoding)
        self.lines = re.split("\r\n|\r|\n", source)
        self.starts = [0] + [end.end() for end in re.finditer(b"\r\n|\r|\n", source.encode("utf-8", "surrogateescape"))]
        self.out = []

    def is_elif(self, node):
        line = self.lines[node.lineno - 1].encode("utf-8", "surrogateescape")
        return line[node.col_offset:].startswith(b"elif")

    def branches(self, node):
        found = []
        while isinstance(node, ast.If):
            more = len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and self.is_elif(node.orelse[0])
            node = node.orelse[0] if more else None
            found += [node] if more else []
        return found

    def blocks(self, node):
        if isinstance(node, ast.If):
            blocks = [node.body]
            while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and self.is_elif(node.orelse[0]):
                node = node.orelse[0]
                blocks.append(node.body)
            return blocks + [node.orelse]
        blocks = [node.body] if isinstance(getattr(node, "body", None), list) else []
        blocks += [handler.body for handler in getattr(node, "handlers", [])]
        blocks += [case.body for case in getattr(node, "cases", [])]
        return blocks + [getattr(node, "orelse", []), getattr(node, "finalbody", [])]

    def statements(self, body, depth):
        for node in body:
            kind = type(node).__name__
            text = Text(self.starts)
            span = (depth, STATEMENTS.get(kind, kind), node.lineno, node.end_lineno, text.at(node), text.statement(node))
            self.out.append("S %d %s %d-%d%s %s" % span)
            self.out += ["T " + text.statement(branch) for branch in self.branches(node)]
            for block in self.blocks(node):
                self.statements(block, depth + 1)

    def expressions(self):
        counts = Counter(type(node).__name__ for node in ast.walk(self.tree))
        found = ["%s=%d" % (kind, counts[kind]) for kind in sorted(EXPRESSIONS) if counts[kind]]
        self.out.append("E " + " ".join(found))

    def definitions(self):
        found = []
        self.define(self.tree.body, "", "module", set(), found)
        found.sort(key=lambda each: each[0])
        self.out += [line for _, line in found]

    def define(self, body, outer, place, seen, found):
        for node in body:
            if isinstance(node, DEFINITIONS):
                name = (outer + "." if outer else "") + node.name
                first = min([node.lineno] + [each.lineno for each in node.decorator_list])
                is_class = isinstance(node, ast.ClassDef)
                kind = "CLASS" if is_class else "METHOD" if place == "class" else "FUNCTION"
                score = of_class(node) if is_class else of_function(node)
                found.append((first, "D %s %s %d-%d %d" % (kind, name, first, node.end_lineno, score)))
                self.define(node.body, name, "class" if is_class else "function", set(), found)
                continue
            if place != "function":
                for name in bound(node):
                    if name not in seen:
                        seen.add(name)
                        full = (outer + "." if outer else "") + name
                        span = (node.lineno, node.end_lineno)
                        found.append((node.lineno, "D VARIABLE %s %d-%d 0" % ((full,) + span)))
            for block in self.blocks(node):
                self.define(block, outer, place, seen, found)

    def imports(self, body, context):
        for node in body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                for alias in node.names:
                    source = (getattr(node, "level", 0), getattr(node, "module", "") or "")
                    name = alias.name if isinstance(node, ast.ImportFrom) else ""
                    if isinstance(node, ast.Import):
                        source = (0, alias.name)
                    known = alias.asname or alias.name.split(".")[0]
                    self.out.append("I %d '%s' '%s' %s %d %s" % (source + (name, known, node.lineno, context)))
            elif isinstance(node, ast.If):
                name = getattr(node.test, "id", getattr(node.test, "attr", ""))
                self.imports(node.body, "type-checking" if name == "TYPE_CHECKING" else context)
                self.imports(node.orelse, context)
            elif isinstance(node, FUNCTIONS):
                self.imports(node.body, context if context == "type-checking" else "function")
            else:
                inner = "try" if type(node).__name__ in ("Try", "TryStar") and context == "top" else context
                for block in self.blocks(node):
                    self.imports(block, inner)


def bound(node):
    if isinstance(node, ast.Assign):
        return [name for target in node.targets for name in names(target)]
    if isinstance(node, ast.AnnAssign):
        return names(node.target)
    return [node.name.id] if type(node).__name__ == "TypeAlias" else []


def names(target):
    if isinstance(target, ast.Name):
        return [target.id]
    if isinstance(target, (ast.Tuple, ast.List)):
        return [name for element in target.elts for name in names(element)]
    return names(target.value) if isinstance(target, ast.Starred) else []


# Complexity, written after the visitor of radon 5 with its quirks.
class Visit(ast.NodeVisitor):
    def __init__(self):
        self.score = 0
        self.functions = []

    def generic_visit(self, node):
        kind = type(node).__name__
        if kind in ("Try", "TryStar"):
            self.score += len(node.handlers) + bool(node.orelse)
        elif kind == "BoolOp":
            self.score += len(node.values) - 1
        elif kind in ("If", "IfExp"):
            self.score += 1
        elif kind in ("For", "While", "AsyncFor"):
            self.score += bool(node.orelse) + 1
        elif kind == "comprehension":
            self.score += len(node.ifs) + 1
        super().generic_visit(node)

    def visit_Assert(self, node):
        self.score += 1

    def visit_FunctionDef(self, node):
        self.functions.append(of_function(node))

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        pass


def visited(body):
    visit = Visit()
    for node in body:
        visit.visit(node)
    return visit


def of_function(node):
    return 1 + visited(node.body).score


def of_class(node):
    visit = visited(node.body)
    real = 1 + visit.score + sum(visit.functions)
    methods = len(visit.functions)
    return int(real / float(methods)) + int(methods > 1) if methods else real


def dump(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        found = Dump(data)
        found.statements(found.tree.body, 0)
        found.expressions()
        found.definitions()
        found.imports(found.tree.body, "top")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "INVALID"
    return "\n".join(found.out)


if __name__ == "__main__":
    sys.setrecursionlimit(20000)
    warnings.simplefilter("ignore")
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    for line in sys.stdin:
        print("@@ " + line.rstrip("\n"))
        print(dump(line.rstrip("\n")))
