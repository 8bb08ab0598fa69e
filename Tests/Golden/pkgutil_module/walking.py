# Finding modules in folders, zips and finders of one's own; names, extension of paths, data.
import builtins
import os
import pkgutil
import sys
import tempfile
import types
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True
sys.path.insert(0, "one")


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def write(path, text=""):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def show(label, call):
    try:
        print(label, call())
    except BaseException as error:
        print(label, type(error).__name__, error)


write("one/pk/__init__.py", "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\nORDER = []")
write("one/pk/alpha.py", "A = 1\nclass C:\n    attr = 'deep'\n    @staticmethod\n    def f(): return 'called'")
write("one/pk/sub/__init__.py"); write("one/pk/sub/leaf.py"); write("one/pk/broken/__init__.py", "raise ImportError('on purpose')")
write("one/pk/worse/__init__.py", "1 / 0"); write("one/pk/notpack/x.py"); write("one/pk/with-dash.py"); write("one/pk/text.txt", "data\n")
write("one/pk/__pycache__/ghost.py"); write("one/pk/.hidden.py"); write("one/pk/cfile.pyc"); write("one/pk/2number.py")
write("two/pk/__init__.py"); write("two/pk/beta.py", "B = 2"); write("two/pk.pkg", "three/pk\n# comment\n\nmissing\n"); write("three/pk/gamma.py", "G = 3")
write("one/plain/space/x.py")
print([tuple(m)[1:] for m in pkgutil.iter_modules(["one", "two", "absent"])])
print([m.name for m in pkgutil.iter_modules(["one/pk"], "pre.")], pkgutil.ModuleInfo._fields)
show("string path", lambda: list(pkgutil.iter_modules("one")))
sys.path.insert(1, "two")
import pk
print(pk.__path__)
errors = []
print([(m.name, m.ispkg) for m in pkgutil.walk_packages(pk.__path__, "pk.", errors.append) if "worse" not in m.name][:20])
print(errors)
def walk():
    return [m.name for m in pkgutil.walk_packages(pk.__path__, "pk.")]
show("walk without onerror", walk)
for name in ("pk", "pk.alpha", "pk.alpha:C", "pk.alpha:C.attr", "pk.alpha.C.f", "pk:", "pk.beta:B", "pk.alpha:C.none", "pk.none", "nothing.at.all", "", ":",
    "pk..alpha", "pk:1", "os.path:join", "1", "a b", None):
    show(f"resolve {name!r}", lambda: getattr(pkgutil.resolve_name(name), "__name__", pkgutil.resolve_name(name)))
show("data", lambda: pkgutil.get_data("pk", "text.txt"))
show("no data", lambda: pkgutil.get_data("pk", "none.txt"))
show("no package", lambda: pkgutil.get_data("no_such_pk", "x"))
show("builtin", lambda: pkgutil.get_data("sys", "x"))
show("broken package", lambda: pkgutil.get_data("pk.broken", "x"))
print(pkgutil.extend_path("not a list", "pk"), pkgutil.extend_path(["start"], "pk"), pkgutil.extend_path(["s"], "pk.sub.none"))
show("find_loader", lambda: type(pkgutil.find_loader("pk.alpha")).__name__)
show("find_loader missing", lambda: pkgutil.find_loader("pk.zzz"))
show("find_loader parent", lambda: pkgutil.find_loader("zzz.zzz"))
show("find_loader relative", lambda: pkgutil.find_loader(".x"))
show("get_loader", lambda: type(pkgutil.get_loader("pk")).__name__)
show("get_loader builtin", lambda: pkgutil.get_loader("sys").__name__)
m = types.ModuleType("made")
show("get_loader of a module", lambda: pkgutil.get_loader(m))
sys.modules["gone"] = None
show("get_loader of None", lambda: pkgutil.get_loader("gone"))
print([type(i).__name__ for i in pkgutil.iter_importers("pk.alpha")], next(pkgutil.iter_importers()).__name__ if hasattr(next(pkgutil.iter_importers()), "__name__") else "")
show("relative importers", lambda: list(pkgutil.iter_importers(".pk")))
print(type(pkgutil.get_importer("one")).__name__, pkgutil.get_importer("absent/folder") is not None, pkgutil.get_importer("one") is pkgutil.get_importer("one"))
with zipfile.ZipFile("z.zip", "w") as z:
    for name in "zm.py", "zp/__init__.py", "zp/in.py", "zp/deeper/__init__.py", "space/x.py", "zp/t.txt":
        z.writestr(name, "")
print([(m.name, m.ispkg) for m in pkgutil.iter_modules(["z.zip"])], [(m.name, m.ispkg) for m in pkgutil.iter_modules(["z.zip/zp"])])
sys.path.insert(0, "z.zip")
print([m.name for m in pkgutil.walk_packages(["z.zip"])], pkgutil.get_data("zp", "t.txt"))


class Finder:
    def __init__(self, path):
        if path != "virtual":
            raise ImportError
    def find_spec(self, name, target=None):
        return None
    def iter_modules(self, prefix=""):
        yield prefix + "first", False
        yield prefix + "second", True


sys.path_hooks.append(Finder)
print([m[1:] for m in pkgutil.iter_modules(["virtual"], "v.")])
@pkgutil.simplegeneric
def generic(x): return "default"
generic.register(int)(lambda x: "int")
generic.register(object, lambda x: "object")
print(generic(3), generic("s"), generic(True))
with open("code.bin", "wb") as f:
    f.write(b"nonsense")
show("read_code", lambda: pkgutil.read_code(open("code.bin", "rb")))
