# Every method of zipimporter, with packages, resources, compiled members and members that change.
import builtins
import importlib.util
import os
import sys
import tempfile
import warnings
import zipfile
import zipimport

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error, repr(error.__cause__))


with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("top.py", "'''docs'''\nimport sys\nNAMES = __name__, __file__, __package__, __doc__, __spec__.origin, __spec__.submodule_search_locations\n")
    z.writestr("pack/__init__.py", "from .inner import *\nWHERE = __path__, __file__, __package__\n")
    z.writestr("pack/inner.py", "__all__ = ['shared']\nshared = 'from inner'\n")
    z.writestr("pack/deep/__init__.py", "")
    z.writestr("pack/deep/leaf.py", "from ... import pack\nfrom ..inner import shared as s\n")
    z.writestr("pack/data/table.csv", "1,2\n")
    z.writestr("fails.py", "x = 1\nraise RuntimeError('while importing')\n")
    z.writestr("space/part.py", "P = 1")
    z.writestr("lib/low.py", "LOW = __file__, __loader__.prefix")
    z.writestr("stale.pyc", b"not compiled code at all")
    z.writestr("bytes.txt", bytes(range(16)))
z = zipimport.zipimporter("a.zip")
print(z, z.archive, repr(z.prefix), z == zipimport.zipimporter("a.zip"))
for name in "top", "pack", "pack.inner", "space", "nope", "stale", "":
    show(f"find_spec {name!r}", lambda: z.find_spec(name))
    show(f"is_package {name!r}", lambda: z.is_package(name))
    show(f"get_filename {name!r}", lambda: z.get_filename(name))
    show(f"get_source {name!r}", lambda: z.get_source(name))
    show(f"get_code {name!r}", lambda: z.get_code(name).co_names)
show("find_loader", lambda: z.find_loader("space"))
show("find_module", lambda: z.find_module("top") is z)
for name in "bytes.txt", "a.zip/bytes.txt", "pack/data/table.csv", "pack", "pack/", "nope.txt", "":
    show(f"get_data {name!r}", lambda: z.get_data(name))
show("get_data None", lambda: z.get_data(None))
spec = z.find_spec("top")
module = importlib.util.module_from_spec(spec)
show("create_module", lambda: z.create_module(spec))
show("before exec", lambda: module.NAMES)
spec.loader.exec_module(module)
print(module.NAMES, "top" in sys.modules, module)
show("load_module", lambda: z.load_module("top").NAMES)
print("top" in sys.modules, sys.modules["top"].__loader__ is z)
show("load missing", lambda: z.load_module("nope"))
show("load failing", lambda: z.load_module("fails"))
print("fails" in sys.modules)
low = zipimport.zipimporter("a.zip/lib")
print(low, low.prefix, low.find_spec("low"), low.load_module("low").LOW, low.find_spec("top"))
sys.path.insert(0, "a.zip")
import pack.deep.leaf
print(pack.WHERE, pack.shared, pack.deep.leaf.s, pack.deep.leaf.pack is pack, pack.__spec__)
import space.part
print(space.__path__, space.part, space.__spec__.loader is None, type(space.__loader__).__name__)
reader = z.get_resource_reader("pack")
print(type(reader).__name__, sorted(x.name for x in reader.files().iterdir()), reader.is_resource("inner.py"), reader.is_resource("data"))
show("open_resource", lambda: reader.open_resource("inner.py").read())
show("resource_path", lambda: reader.resource_path("inner.py"))
show("missing resource", lambda: reader.open_resource("none"))
show("contents", lambda: sorted(reader.contents()))
show("no reader", lambda: z.get_resource_reader("nope"))
show("module reader", lambda: z.get_resource_reader("top"))
with zipfile.ZipFile("a.zip", "a") as more:
    more.writestr("added.py", "A = 1")
show("before invalidation", lambda: z.find_spec("added"))
z.invalidate_caches()
show("after invalidation", lambda: z.find_spec("added"))
importlib.invalidate_caches()
import added
print(added.A, added.__spec__.cached, added.__cached__ if hasattr(added, "__cached__") else "no cache")
show("reload", lambda: importlib.reload(added) is added)
try:
    import fails
except RuntimeError as error:
    import traceback
    traceback.print_exc(file=sys.stdout)
print(zipimport.ZipImportError.__mro__[:2], sorted(n for n in vars(zipimport) if not n.startswith("_"))[:8])
class Mine(zipimport.zipimporter):
    def get_source(self, name):
        return "mine: " + super().get_source(name)
show("subclass", lambda: Mine("a.zip").get_source("added"))
