# Loaders, specs and the functions of importlib.util, used by hand.
import builtins
import importlib
import importlib.abc
import importlib.machinery as machinery
import importlib.util as util
import os
import sys
import tempfile
import types
import warnings

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)

warnings.simplefilter("ignore")


def write(path, text):
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


write("m.py", "'''doc'''\nX = __name__, __file__, __cached__ and 'cached', __package__\nprint('executing', __name__)")
write("p/__init__.py", "from . import q\nP = __path__"); write("p/q.py", "Q = 1"); write("odd.suffix", "O = 1"); write("bad.py", "x = ")
spec = util.spec_from_file_location("m", "m.py")
print(spec.name, spec.origin, spec.has_location, spec.submodule_search_locations, type(spec.loader).__name__, spec.parent, spec.loader_state, spec.cached is not None)
module = util.module_from_spec(spec)
print(module, hasattr(module, "X"), module.__spec__ is spec)
spec.loader.exec_module(module)
print(module.X, module.__doc__, "m" in sys.modules)
show("unknown suffix", lambda: util.spec_from_file_location("odd", "odd.suffix"))
show("with a loader", lambda: util.spec_from_file_location("odd", "odd.suffix", loader=machinery.SourceFileLoader("odd", "odd.suffix")).loader.get_source("odd"))
show("search locations", lambda: util.spec_from_file_location("p", "p/__init__.py").submodule_search_locations)
show("explicit locations", lambda: util.spec_from_file_location("p", "p/q.py", submodule_search_locations=[]).submodule_search_locations)
show("no loader", lambda: util.spec_from_loader("n", None))
show("spec without a loader", lambda: util.module_from_spec(machinery.ModuleSpec("n", None)))
show("not a spec", lambda: util.module_from_spec(3))
loader = machinery.SourceFileLoader("m", "m.py")
print(loader.name, loader.path, loader.get_filename("m"), loader.is_package("m"), loader.get_data("m.py")[:9], sorted(loader.path_stats("m.py")), loader.get_code("m").co_filename)
show("wrong name", lambda: loader.get_filename("other"))
show("load_module", lambda: loader.load_module("m").X)
show("bad", lambda: machinery.SourceFileLoader("bad", "bad.py").get_code("bad"))
show("absent", lambda: machinery.SourceFileLoader("absent", "absent.py").get_source("absent"))
show("equal", lambda: (loader == machinery.SourceFileLoader("m", "m.py"), hash(loader) == hash(machinery.SourceFileLoader("m", "m.py"))))
show("source_to_code", lambda: [c for c in loader.source_to_code(b"y = 1", "<s>").co_names])
show("sourceless", lambda: machinery.SourcelessFileLoader("m", "m.py").get_source("m"))
show("sourceless code", lambda: machinery.SourcelessFileLoader("m", "m.py").get_code("m"))
print(machinery.SOURCE_SUFFIXES, machinery.BYTECODE_SUFFIXES, machinery.EXTENSION_SUFFIXES[-2:], machinery.all_suffixes()[-3:])
finder = machinery.FileFinder(".", (machinery.SourceFileLoader, [".py"]), (machinery.SourceFileLoader, [".suffix"]))
print(finder, finder.find_spec("odd").loader.path, finder.find_spec("p").submodule_search_locations, finder.find_spec("nope"))
os.makedirs("ns")
finder.invalidate_caches()
print(finder.find_spec("ns").submodule_search_locations, finder.find_spec("ns").loader)
show("path hook of a file", lambda: machinery.FileFinder.path_hook()("m.py"))
show("resolve", lambda: [util.resolve_name(n, "a.b.c") for n in (".x", "..x", "x", ".")])
show("resolve beyond", lambda: util.resolve_name("....x", "a.b"))
show("resolve without", lambda: util.resolve_name(".x", ""))
show("find_spec", lambda: (util.find_spec("p.q", None).name, util.find_spec(".q", "p").name, util.find_spec("sys").origin, util.find_spec("no_such")))
show("find_spec parent", lambda: util.find_spec("no_such.child"))
show("find_spec in a module", lambda: util.find_spec("os.child"))
sys.modules["halfway"] = types.ModuleType("halfway"); del sys.modules["halfway"].__spec__
show("no __spec__", lambda: util.find_spec("halfway"))
sys.modules["halfway"].__spec__ = None
show("None __spec__", lambda: util.find_spec("halfway"))
sys.modules["nothing"] = None
show("None module", lambda: util.find_spec("nothing"))
show("import None", lambda: importlib.import_module("nothing"))
show("relative import", lambda: importlib.import_module(".q"))
show("relative package", lambda: importlib.import_module(".q", "p").Q)
show("empty name", lambda: importlib.import_module(""))
show("decode", lambda: util.decode_source("# coding: latin-1\r\nx = '\xe9'\r".encode("latin-1")))
show("hash", lambda: len(util.source_hash(b"abc")))
show("cache", lambda: os.path.basename(os.path.dirname(util.cache_from_source("a/b.py"))))
show("cache options", lambda: util.cache_from_source("b.py", optimization="no!"))
show("from cache", lambda: util.source_from_cache(util.cache_from_source("d/x.py", optimization=2)))
show("not a cache", lambda: util.source_from_cache("d/x.pyc"))
lazy_spec = util.spec_from_file_location("lazy_m", "m.py", loader=util.LazyLoader(machinery.SourceFileLoader("lazy_m", "m.py")))
lazy = util.module_from_spec(lazy_spec)
sys.modules["lazy_m"] = lazy
lazy_spec.loader.exec_module(lazy)
print(type(lazy).__name__, "before use")
print(lazy.X, type(lazy).__name__)
show("lazy needs exec", lambda: util.LazyLoader(3))


class Virtual(importlib.abc.InspectLoader):
    def get_source(self, name): return "V = 'from ' + __name__" if name != "vnone" else None
    def is_package(self, name): return name == "vpack"


class VirtualFinder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        return util.spec_from_loader(name, Virtual()) if name.startswith("v") else None


sys.meta_path.insert(0, VirtualFinder())
for name in "vmod", "vpack", "vpack.vsub", "vnone", "vmod.x":
    show(name, lambda: (importlib.import_module(name).V, sys.modules[name].__spec__.submodule_search_locations, repr(sys.modules[name])))
show("reload", lambda: importlib.reload(sys.modules["vmod"]).V)
show("reload not module", lambda: importlib.reload("vmod"))
show("reload removed", lambda: importlib.reload(types.ModuleType("never")))
for cls in (importlib.abc.Loader, importlib.abc.MetaPathFinder, importlib.abc.PathEntryFinder, importlib.abc.SourceLoader, importlib.abc.ExecutionLoader, importlib.abc.FileLoader):
    print(cls.__name__, sorted(cls.__abstractmethods__), [b.__name__ for b in cls.__bases__], issubclass(machinery.SourceFileLoader, cls))
print(machinery.ModuleSpec("n", None, origin="o", is_package=True), machinery.ModuleSpec("a.b", 1) == machinery.ModuleSpec("a.b", 1), machinery.BuiltinImporter.find_spec("sys").origin,
    machinery.FrozenImporter.find_spec("no_frozen"), machinery.PathFinder.find_spec("m", ["."]).origin)
show("builtin is_package", lambda: (machinery.BuiltinImporter.is_package("sys"), machinery.BuiltinImporter.get_source("sys")))
show("builtin missing", lambda: machinery.BuiltinImporter.get_code("m"))
