import importlib
import os
import sys
import tempfile
import zipfile
import zipimport


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


folder = tempfile.mkdtemp()
sys.dont_write_bytecode = True
archive = os.path.join(folder, "a.zip")
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("zmod.py", "X = 1\ndef f():\n    raise ValueError('from zip')\n")
    z.writestr("zpkg/__init__.py", "from . import sub")
    z.writestr("zpkg/sub.py", "Y = __name__, __package__")
    z.writestr("zpkg/data.bin", b"\x00\x01")
    z.writestr("bad.py", "def :")
    z.writestr("inner/deep/m.py", "D = 1")
sys.path.insert(0, archive)
import zmod
import zpkg
print(zmod.X, zpkg.sub.Y, zmod.__file__.replace(folder, "F"), type(zmod.__loader__).__name__, zpkg.__path__[0].replace(folder, "F"))
try:
    zmod.f()
except ValueError as error:
    import traceback
    print(traceback.format_exc().replace(folder, "F"))
i = zipimport.zipimporter(archive)
print(repr(i).replace(folder, "F"), i.archive == archive, i.prefix, i.is_package("zpkg"), i.get_source("zmod")[:5], i.get_data("zpkg/data.bin"),
    i.get_filename("zpkg").replace(folder, "F"), i.find_spec("nope"), i.get_code("zmod").co_name,
    zipimport.zipimporter(archive + "/inner").find_spec("deep") is not None)
for label, call in {"no data": lambda: i.get_data("nope"), "no module": lambda: i.get_code("nope"),
    "bad source": lambda: importlib.import_module("bad"), "not zip": lambda: zipimport.zipimporter(folder),
    "missing": lambda: zipimport.zipimporter("/no/such.zip"), "empty": lambda: zipimport.zipimporter(""), "type": lambda: zipimport.zipimporter(3),
    "is_package": lambda: i.is_package("q")}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, str(error).replace(folder, "F"))
os.makedirs(os.path.join(folder, "ns1/space")); os.makedirs(os.path.join(folder, "ns2/space"))
open(os.path.join(folder, "ns1/space/one.py"), "w").write("V = 1"); open(os.path.join(folder, "ns2/space/two.py"), "w").write("V = 2")
sys.path[:0] = [os.path.join(folder, "ns1"), os.path.join(folder, "ns2")]
import space.one
import space.two
print(space.one.V, space.two.V, repr(space.__path__).replace(folder, "F"), space.__file__ if hasattr(space, "__file__") else "no file",
    type(space.__loader__).__name__, space.__spec__.origin)
open(os.path.join(folder, "ns1/changing.py"), "w").write("V = 1"); importlib.invalidate_caches()
import changing
open(os.path.join(folder, "ns1/changing.py"), "w").write("V = 'two'")
print(changing.V, importlib.reload(changing).V)
with open(os.path.join(folder, "bad.zip"), "wb") as f: f.write(b"PK\x05\x06 broken")
sys.path.insert(0, os.path.join(folder, "bad.zip"))
show("after bad zip", lambda: importlib.import_module("still_missing_x"))
print(sys.path_importer_cache[archive].__class__.__name__, sys.path_importer_cache.get(os.path.join(folder, "bad.zip")))
