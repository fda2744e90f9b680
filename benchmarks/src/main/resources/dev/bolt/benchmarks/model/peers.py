"""CPython's side: `parse TREE` times ast.parse alone, `graph TREE` makes a graph of imports. Prints seconds of CPU, of
the clock, and how many files or edges."""
import ast, os, sys, time

mode, root = sys.argv[1:3]
files = sorted(
    os.path.join(folder, name)
    for folder, folders, names in os.walk(root)
    if "/.git" not in folder
    for name in names
    if name.endswith(".py") and os.path.isfile(os.path.join(folder, name))
)
sources = []
for path in files:
    with open(path, "rb") as file:
        sources.append(file.read())
cpu, wall, count = time.process_time(), time.perf_counter(), 0
if mode == "parse":
    for source in sources:
        try:
            ast.parse(source)
            count += 1
        except (SyntaxError, ValueError):
            pass
else:
    def dotted(path):
        name = os.path.relpath(path, root)[: -len(".py")].replace(os.sep, ".")
        return name[: -len(".__init__")] if name.endswith(".__init__") else name

    modules = {dotted(path): path for path in files}
    edges = set()
    for path, source in zip(files, sources):
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        here = dotted(path).split(".")
        package = here if path.endswith("__init__.py") else here[:-1]
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.name in modules:
                        edges.add((path, modules[alias.name]))
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else []
                base = ".".join(base + ([node.module] if node.module else []))
                for alias in node.names:
                    found = modules.get(base + "." + alias.name) or modules.get(base)
                    if found:
                        edges.add((path, found))
    count = len(edges)
print(time.process_time() - cpu, time.perf_counter() - wall, count)
