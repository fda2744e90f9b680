"""What grimp says a package imports: one 'importer imported' a line, both relative paths of files below the root.

Arguments: the folder that holds the package, and the package's name.
"""
import os
import sys

root, package = sys.argv[1:]
sys.path.insert(0, root)
import grimp  # noqa: E402


def path_of(module):
    base = module.replace(".", "/")
    return base + ("/__init__.py" if os.path.isdir(os.path.join(root, base)) else ".py")


graph = grimp.build_graph(package)
for importer in sorted(graph.modules):
    print("M " + path_of(importer))
    for imported in sorted(graph.find_modules_directly_imported_by(importer)):
        print("E %s %s" % (path_of(importer), path_of(imported)))
