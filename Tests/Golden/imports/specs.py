# What modules of each kind say about where they come from.
import sys
import math
import _helper
import _package
import _package.sub as submodule


def show(module):
    spec = module.__spec__
    print(module.__name__, type(spec).__name__, spec.name, spec.parent, spec.has_location, spec.submodule_search_locations is not None)
    loader = module.__loader__
    print("  ", loader if isinstance(loader, type) else type(loader).__name__, loader is spec.loader, repr(module.__package__))
    print("  ", (getattr(module, "__file__", None) or "none").rpartition("/")[2], (getattr(module, "__cached__", None) or "none").split("/")[-2:-1])
    print("  ", getattr(spec, "_initializing", None), spec.origin if spec.origin in ("built-in", "frozen") else "file", spec.loader_state)


for module in (sys, math, _helper, _package, submodule, sys.modules["builtins"]):
    show(module)
import __main__
print(__main__.__spec__, type(__main__.__loader__).__name__, __main__.__file__.rpartition("/")[2], __main__.__cached__, __main__.__package__)
print([finder.__name__ for finder in sys.meta_path], len(sys.path_hooks), type(sys.path_importer_cache).__name__)
print(type(sys.path_importer_cache[_helper.__file__.rpartition("/")[0]]).__name__)
print(repr(math.__spec__))
print(repr(math), repr(sys))
import os
print(os.__spec__, os.__spec__.loader_state.origname, os.__file__.rpartition("/")[2])
