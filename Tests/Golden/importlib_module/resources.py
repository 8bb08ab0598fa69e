# importlib.resources over folders, zips and namespace packages: files(), as_file, and the older functions.
import builtins
import importlib.resources as res
import os
import sys
import tempfile
import warnings
import zipfile
from importlib import abc, import_module

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


def write(path, data=b""):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)


FILES = {"pk/__init__.py": b"", "pk/mod.py": b"x = 1", "pk/utf8.txt": "h\u00e9llo\n".encode(), "pk/latin.txt": "h\u00e9".encode("latin-1"), "pk/data/in.bin": b"\0\1\2",
    "pk/data/deep/x.txt": b"deep", "pk/sub/__init__.py": b"", "pk/sub/s.txt": b"sub"}
for name, data in FILES.items():
    write("tree/" + name, data)
write("tree/space/n.txt", b"ns")
with zipfile.ZipFile("tree.zip", "w") as z:
    for name, data in FILES.items():
        z.writestr(name.replace("pk", "zk", 1), data)
    z.writestr("zk/data/", b"")
sys.path[:0] = ["tree", "tree.zip"]
for package in "pk", "zk", "pk.sub", "zk.sub", "space":
    root = res.files(package)
    print(package, type(root).__name__, root.name, root.is_dir(), root.is_file(), sorted(x.name for x in root.iterdir()))
    show("isinstance", lambda: isinstance(root, abc.Traversable))
    for parts in ("utf8.txt",), ("data", "in.bin"), ("data/deep/x.txt",), ("none",), ("data",), ("s.txt",), ("n.txt",), ():
        item = root.joinpath(*parts)
        show(f"{parts} kind", lambda: (item.name, item.is_dir(), item.is_file()))
        show(f"{parts} bytes", lambda: item.read_bytes())
        show(f"{parts} text", lambda: item.read_text(encoding="utf-8"))
    show("latin strict", lambda: (root / "latin.txt").read_text(encoding="utf-8"))
    show("latin replace", lambda: (root / "latin.txt").open("r", encoding="utf-8", errors="replace").read())
    show("open rb", lambda: (root / "utf8.txt").open("rb").read())
    show("bad mode", lambda: (root / "utf8.txt").open("q"))
    with res.as_file(root / "data" / "in.bin") as path:
        show("as_file", lambda: (path.name.endswith("in.bin"), path.read_bytes()))
    show("after", lambda: path.exists())
    show("as_file of a folder", lambda: res.as_file(root / "data").__enter__().is_dir())
for package in "pk", "zk":
    module = import_module(package)
    for label, call in {"contents": lambda: sorted(res.contents(package)), "is_resource": lambda: [res.is_resource(package, n) for n in ("utf8.txt", "data", "none")],
        "read_text": lambda: res.read_text(module, "utf8.txt"), "read_text errors": lambda: res.read_text(package, "latin.txt", "utf-8", "ignore"),
        "read_binary": lambda: res.read_binary(package, "latin.txt"), "open_text": lambda: res.open_text(package, "utf8.txt").read(),
        "open_binary": lambda: res.open_binary(package, "utf8.txt").read(3), "path": lambda: res.path(package, "mod.py").__enter__().read_text(),
        "missing": lambda: res.read_text(package, "none.txt"), "with folder": lambda: res.read_text(package, "data/in.bin"),
        "folder": lambda: res.read_binary(package, "data"), "empty": lambda: res.read_text(package, "")}.items():
        show(package + " " + label, call)
show("not a package", lambda: res.files("pk.mod"))
show("absent", lambda: res.files("zzz"))
show("number", lambda: res.files(3))
show("builtin", lambda: res.files("sys"))


class Reader(abc.ResourceReader):
    def open_resource(self, name): raise FileNotFoundError(name)
    def resource_path(self, name): raise FileNotFoundError(name)
    def is_resource(self, name): return name == "only"
    def contents(self): return ["only", "dir"]


class Loader(abc.Loader):
    def exec_module(self, module): pass
    def get_resource_reader(self, name): return Reader()


import importlib.util
spec = importlib.util.spec_from_loader("virtual", Loader(), is_package=True)
sys.modules["virtual"] = virtual = importlib.util.module_from_spec(spec)
show("virtual", lambda: type(res.files("virtual")).__name__)
show("virtual list", lambda: sorted(x.name for x in res.files("virtual").iterdir()))
show("virtual read", lambda: (res.files("virtual") / "only").read_text())
show("abstract", lambda: abc.ResourceReader())
