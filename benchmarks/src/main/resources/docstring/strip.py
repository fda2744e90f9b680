"""Copies the Python files of a tree without the docstrings of their functions.

strip.py SOURCE TARGET QUESTIONS: the first paragraph of each docstring that was taken out, at least four words long,
said of one function only, of a function with at least three other lines, becomes a question (one JSON object a line:
"question", "answer" as path::qualified.name).
"""

import ast
import collections
import json
import os
import re
import sys


def functions(node, names, found):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            qualified = names + [child.name]
            first = child.body[0]
            if (
                not isinstance(child, ast.ClassDef)
                and len(child.body) > 1
                and first.lineno > child.lineno
                and isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                found.append((".".join(qualified), child, first))
            functions(child, qualified, found)
        else:
            functions(child, names, found)


def strip(source, target):
    questions = []
    for folder, _, names in os.walk(source):
        for name in sorted(names):
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, source)
            if not name.endswith(".py") or os.path.islink(path):
                continue
            try:
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                tree = ast.parse(text)
            except (OSError, SyntaxError, ValueError, RecursionError):
                continue
            found = []
            functions(tree, [], found)
            gone = set()
            for qualified, node, doc in found:
                gone.update(range(doc.lineno, doc.end_lineno + 1))
                rest = (node.end_lineno - node.lineno) - (doc.end_lineno - doc.lineno)
                said = " ".join(re.split(r"\n\s*\n", doc.value.value.strip())[0].split())[:2000]
                if rest >= 3 and len(said.split()) >= 4:
                    questions.append((said, relative + "::" + qualified))
            kept = os.path.join(target, relative)
            os.makedirs(os.path.dirname(kept), exist_ok=True)
            with open(kept, "w", encoding="utf-8") as file:
                lines = text.split("\n")
                file.write("\n".join(line for number, line in enumerate(lines, 1) if number not in gone))
    return questions


def main():
    source, target, out = sys.argv[1:]
    questions = strip(source, target)
    times = collections.Counter(said for said, _ in questions)
    with open(out, "w", encoding="utf-8") as file:
        for said, answer in questions:
            if times[said] == 1:
                file.write(json.dumps({"question": said, "answer": answer}) + "\n")


main()
