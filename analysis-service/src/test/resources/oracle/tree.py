"""The expressions of a statement of CPython's tree as one line: what TreeText writes about ours."""
import ast
import sys

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "MatMult": "@", "Pow": "**",
    "LShift": "<<", "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&", "And": "and", "Or": "or",
    "Not": "not", "Invert": "~", "UAdd": "+", "USub": "-", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=",
    "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
}


def sign(operator):
    return OPERATORS[type(operator).__name__]


class Text:
    """Places are offsets in the source as UTF-8; before 3.12 those inside of f-strings are wrong and left out."""

    def __init__(self, starts):
        self.formatted = 0
        self.starts = starts

    def place(self, line, column):
        return self.starts[line - 1] + column

    def at(self, node):
        if self.formatted and sys.version_info < (3, 12):
            return ""
        return "@%d-%d" % (self.place(node.lineno, node.col_offset), self.place(node.end_lineno, node.end_col_offset))

    def all(self, nodes):
        return "[" + " ".join(self.one(node) for node in nodes) + "]"

    def aliases(self, names):
        return ",".join("%s as %s%s" % (each.name, each.asname or "null", self.at(each)) for each in names)

    def statement(self, node):
        kind = type(node).__name__
        if kind in ("FunctionDef", "AsyncFunctionDef"):
            return "%s %s%s%s(%s) -> %s" % (
                "async" if kind[0] == "A" else "plain", node.name, self.all(node.decorator_list), self.types(node),
                self.parameters(node.args), self.one(node.returns))
        if kind == "ClassDef":
            return (node.name + self.all(node.decorator_list) + self.types(node)
                    + self.arguments(node.bases, node.keywords))
        if kind == "Import":
            return self.aliases(node.names)
        if kind == "ImportFrom":
            return "." * node.level + (node.module or "") + " " + self.aliases(node.names)
        if kind in ("If", "While"):
            return self.one(node.test)
        if kind in ("For", "AsyncFor"):
            return ("true" if kind[0] == "A" else "false") + self.one(node.target) + self.one(node.iter)
        if kind in ("Try", "TryStar"):
            return ";".join("%s as %s" % (self.one(each.type), each.name or "null") for each in node.handlers)
        if kind in ("With", "AsyncWith"):
            items = ["%s as %s" % (self.one(each.context_expr), self.one(each.optional_vars)) for each in node.items]
            return ("true" if kind[0] == "A" else "false") + ";".join(items)
        if kind == "Match":
            return self.one(node.subject) + ";".join(
                self.pattern(case.pattern) + " if " + self.one(case.guard) for case in node.cases)
        if kind == "Assign":
            return self.all(node.targets) + self.one(node.value)
        if kind == "AugAssign":
            return self.one(node.target) + sign(node.op) + "=" + self.one(node.value)
        if kind == "AnnAssign":
            return self.one(node.target) + self.one(node.annotation) + self.one(node.value)
        if kind == "TypeAlias":
            return node.name.id + self.types(node) + self.one(node.value)
        if kind == "Return" or kind == "Expr":
            return self.one(node.value)
        if kind == "Raise":
            return self.one(node.exc) + self.one(node.cause)
        if kind == "Delete":
            return self.all(node.targets)
        if kind == "Assert":
            return self.one(node.test) + self.one(node.msg)
        if kind in ("Global", "Nonlocal"):
            return kind.lower() + "[" + ", ".join(node.names) + "]"
        return kind.lower()

    def types(self, node):
        parts = []
        for each in getattr(node, "type_params", []):
            parts += [part for part in (getattr(each, "bound", None), getattr(each, "default_value", None)) if part]
        return self.all(parts)

    def arguments(self, given, keywords):
        return ("(" + " ".join(self.argument(each) for each in given) + ";"
                + " ".join("%s=%s" % (each.arg or "**", self.one(each.value)) for each in keywords) + ")")

    def argument(self, node):
        return "Starred " + self.one(node.value) if isinstance(node, ast.Starred) else self.one(node)

    def parameters(self, args):
        plain = args.posonlyargs + args.args
        defaults = [None] * (len(plain) - len(args.defaults)) + args.defaults
        found = [("", each, default) for each, default in zip(plain, defaults)]
        found += [("*", args.vararg, None)] if args.vararg else []
        found += [("", each, default) for each, default in zip(args.kwonlyargs, args.kw_defaults)]
        found += [("**", args.kwarg, None)] if args.kwarg else []
        return ",".join("%s%s%s:%s=%s" % (star, each.arg, self.at(each), self.one(each.annotation), self.one(default))
                        for star, each, default in found)

    def fields(self, node, into):
        for value in node.values:
            if hasattr(value, "conversion"):
                into.append(value.value)
                if value.format_spec:
                    self.fields(value.format_spec, into)
        return into

    def pattern(self, node):
        kind = type(node).__name__
        if kind == "MatchValue":
            return self.one(node.value)
        if kind == "MatchSingleton":
            return str(node.value) + self.at(node)
        if kind == "MatchAs" and node.pattern is None:
            return (node.name or "_") + self.at(node)
        if kind == "MatchAs":
            return "as" + self.at(node) + "(" + self.pattern(node.pattern) + " " + node.name + ")"
        if kind == "MatchOr":
            return "or" + self.at(node) + self.patterns(node.patterns)
        if kind == "MatchSequence":
            return "sequence" + self.at(node) + self.patterns(node.patterns)
        if kind == "MatchStar":
            return "*" + (node.name or "_") + self.at(node)
        if kind == "MatchMapping":
            items = [self.one(key) + ":" + self.pattern(each) for key, each in zip(node.keys, node.patterns)]
            return "mapping" + self.at(node) + "[" + " ".join(items + (["**" + node.rest] if node.rest else [])) + "]"
        items = [self.pattern(each) for each in node.patterns]
        items += [name + "=" + self.pattern(each) for name, each in zip(node.kwd_attrs, node.kwd_patterns)]
        return "class" + self.at(node) + self.one(node.cls) + "[" + " ".join(items) + "]"

    def patterns(self, nodes):
        return "[" + " ".join(self.pattern(each) for each in nodes) + "]"

    def one(self, node):
        if node is None:
            return "-"
        kind = type(node).__name__
        if kind == "Name":
            return node.id + self.at(node)
        if kind == "Constant":
            names = {str: "text", bytes: "bytes", type(None): "None", type(...): "..."}
            value = str(node.value) if isinstance(node.value, bool) else names.get(type(node.value), "number")
            return value + self.at(node)
        if kind in ("JoinedStr", "TemplateStr"):
            where = self.at(node)
            self.formatted += 1
            text = "format" + where + self.all(self.fields(node, []))
            self.formatted -= 1
            return text
        if kind == "Attribute":
            return "(%s).%s%s" % (self.one(node.value), node.attr, self.at(node))
        if kind == "Call":
            return "call" + self.at(node) + " " + self.one(node.func) + self.arguments(node.args, node.keywords)
        if kind == "Subscript":
            return "(%s)[%s]%s" % (self.one(node.value), self.one(node.slice), self.at(node))
        if kind == "Slice":
            return "slice" + self.at(node) + self.all([each for each in (node.lower, node.upper, node.step) if each])
        if kind == "BinOp":
            return "%s%s(%s %s)" % (sign(node.op), self.at(node), self.one(node.left), self.one(node.right))
        if kind == "Compare":
            return "[" + ", ".join(sign(each) for each in node.ops) + "]" + self.at(node) + self.all([node.left] + node.comparators)
        if kind == "BoolOp":
            return sign(node.op) + self.at(node) + self.all(node.values)
        if kind == "UnaryOp":
            return "%s%s(%s)" % (sign(node.op), self.at(node), self.one(node.operand))
        if kind == "IfExp":
            return "if" + self.at(node) + self.all([node.body, node.test, node.orelse])
        if kind == "Lambda":
            return "lambda%s(%s)%s" % (self.at(node), self.parameters(node.args), self.one(node.body))
        if kind == "NamedExpr":
            return "(%s:=%s)%s" % (self.one(node.target), self.one(node.value), self.at(node))
        if kind == "Await":
            return "await" + self.at(node) + self.one(node.value)
        if kind in ("Yield", "YieldFrom"):
            return kind.lower() + self.at(node) + self.one(node.value)
        if kind == "Starred":
            return "Starred%s " % self.at(node) + self.one(node.value)
        if kind in ("Tuple", "List", "Set"):
            return {"T": "(", "L": "[", "S": "{"}[kind[0]] + self.at(node) + self.all(node.elts)
        if kind == "Dict":
            items = []
            for key, value in zip(node.keys, node.values):
                items += ["Starred " + self.one(value)] if key is None else [self.one(key), self.one(value)]
            return "dict" + self.at(node) + "[" + " ".join(items) + "]"
        if kind in ("ListComp", "SetComp", "GeneratorExp", "DictComp"):
            bracket = {"L": "[", "S": "{", "G": "(", "D": "{"}[kind[0]]
            elements = [node.key, node.value] if kind == "DictComp" else [node.elt]
            return "all" + bracket + self.at(node) + self.all(elements) + ";".join(
                self.one(each.target) + self.one(each.iter) + self.all(each.ifs) for each in node.generators)
        raise ValueError(kind)
