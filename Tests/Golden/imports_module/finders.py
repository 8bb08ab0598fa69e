import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Loader(importlib.abc.Loader):
    def create_module(self, spec): print("  create", spec.name, spec.origin); return None
    def exec_module(self, module): print("  exec", module.__name__); module.value = module.__name__.upper()


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("made"):
            print("  find", name, path)
            return importlib.machinery.ModuleSpec(name, Loader(), origin="nowhere", is_package=name in ("made", "made.pack"))


sys.meta_path.insert(0, Finder())
import made
import made.pack.leaf
from made import pack as renamed, other
print(made.value, made.pack.leaf.value, renamed.__path__, other.__package__, made.__spec__, other.__loader__.__class__.__name__,
    made.__spec__.submodule_search_locations, other.__spec__.parent)
show("attribute", lambda: made.nothing)
show("not package", lambda: importlib.import_module("made.other.deep"))
show("relative", lambda: importlib.import_module(".pack", "made").value)
show("relative none", lambda: importlib.import_module(".x"))
show("beyond", lambda: importlib.import_module("...x", "made.pack"))
show("empty", lambda: importlib.import_module(""))
show("type", lambda: importlib.import_module(3))
show("from missing", lambda: exec("from made import absent_x" if False else "from made.other import absent"))
show("reload", lambda: importlib.reload(other) is other)
show("reload type", lambda: importlib.reload(3))
show("find_spec", lambda: importlib.util.find_spec("made.zzz").name)
show("none", lambda: sys.modules.__setitem__("made.gone", None) or __import__("made.gone"))
show("spec none", lambda: importlib.util.find_spec("made.gone"))


class Bad(Finder):
    def find_spec(self, name, path=None, target=None):
        if name == "bad_spec": return 5
        if name == "bad_loader": return importlib.machinery.ModuleSpec(name, None)
        if name == "bad_exec": return importlib.machinery.ModuleSpec(name, type("L", (), {"exec_module": lambda s, m: 1 / 0})())
        if name == "bad_create": return importlib.machinery.ModuleSpec(name,
            type("L", (), {"create_module": lambda s, m: 7, "exec_module": lambda s, m: None})())


sys.meta_path.insert(0, Bad())
for name in ("bad_spec", "bad_loader", "bad_exec", "bad_create"):
    show(name, lambda: __import__(name))
    print(name in sys.modules)
sys.meta_path[:2] = []
show("gone", lambda: __import__("made_new"))
spec = importlib.util.spec_from_loader("x", Loader())
m = importlib.util.module_from_spec(spec)
print(m, spec, spec.has_location, spec == importlib.util.spec_from_loader("x", spec.loader), importlib.util.resolve_name(".a", "b.c"),
    sorted(importlib.machinery.all_suffixes())[:1],
    importlib.util.cache_from_source("/a/b.py").startswith("/a/__pycache__/b."), importlib.invalidate_caches())
lazy = importlib.util.LazyLoader.factory(Loader)
spec = importlib.util.spec_from_loader("lazy_x", importlib.util.LazyLoader(Loader()))
m = importlib.util.module_from_spec(spec)
spec.loader.exec_module(m)
print("not yet")
print(m.value)
