# run_module and run_path: names set, sys restored, packages, folders, zips, compiled files, errors.
import builtins
import os
import py_compile
import runpy
import sys
import tempfile
import warnings
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True
sys.path.insert(0, os.curdir)


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def write(path, text=""):
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


def show(label, call):
    try:
        print(label, call())
    except BaseException as error:
        print(label, type(error).__name__, error)


FACTS = """import sys
facts = (__name__, __file__, __package__, __spec__ and __spec__.name, type(__loader__).__name__,
    sys.argv[0], sys.modules.get(__name__) is not None and sys.modules[__name__].__dict__ is globals(), globals().get('given'), __doc__)
"""
write("mod.py", "'''a doc'''\n" + FACTS)
write("pack/__init__.py", "LOADED = 1")
write("pack/__main__.py", FACTS + "from . import LOADED\nfrom .inner import I")
write("pack/inner.py", FACTS + "I = 5")
write("nomain/__init__.py")
write("folder/__main__.py", FACTS + "import beside\nB = beside.V")
write("folder/beside.py", "V = 'beside'")
write("raises.py", "import sys\nsys.argv[0] = 'changed'\nraise KeyError('inside')")
write("exits.py", "raise SystemExit(7)")
write("syntax.py", "def f(:\n")
write("importing.py", "import no_such_module_x")
before = sys.argv[0], sys.path[:], set(sys.modules)


def facts(result):
    return result["facts"], sorted(k for k in result if not k.startswith("__") and k not in ("facts", "sys"))


for alter in False, True:
    for name in None, "other", "__main__":
        for init in None, {"given": 1, "__name__": "overwritten"}:
            show(f"module {alter} {name} {bool(init)}", lambda: facts(runpy.run_module("mod", init, name, alter)))
            show(f"path {name} {bool(init)}", lambda: facts(runpy.run_path("mod.py", init, name)))
show("package", lambda: facts(runpy.run_module("pack")))
show("package altered", lambda: facts(runpy.run_module("pack", alter_sys=True, run_name="__main__")))
for name in "pack", "pack.inner":
    sys.modules.pop(name, None)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import pack.inner
    show("imported already", lambda: facts(runpy.run_module("pack.inner")))
print([(w.category.__name__, str(w.message)) for w in caught])
show("folder", lambda: facts(runpy.run_path("folder")))
with zipfile.ZipFile("app.zip", "w") as z:
    z.writestr("__main__.py", FACTS + "import zmod\nZ = zmod.V"); z.writestr("zmod.py", "V = 'in zip'")
with zipfile.ZipFile("bare.zip", "w") as z:
    z.writestr("m.py", "")
show("zip", lambda: facts(runpy.run_path("app.zip", run_name="__main__")))
print("zmod" in sys.modules, "app.zip" in sys.path)
compiled = py_compile.compile("mod.py", "mod.pyc")
show("compiled", lambda: facts(runpy.run_path("mod.pyc")))
write("fake.pyc", "nonsense of some length")
show("fake", lambda: runpy.run_path("fake.pyc"))
for name in ("missing", "nomain", "nomain.x", "pack.missing", "missing.deep", "sys", ".relative", "", "raises", "exits", "syntax", "importing", "mod.py", "mod.sub"):
    show(f"run_module {name!r}", lambda: runpy.run_module(name, alter_sys=True))
for name in ("missing.py", "nomain", "bare.zip", "raises.py", "exits.py", "syntax.py", "importing.py"):
    show(f"run_path {name!r}", lambda: str(runpy.run_path(name)))
show("bad type", lambda: runpy.run_path(5))
show("bytes", lambda: facts(runpy.run_path(b"mod.py")))
print(before == (sys.argv[0], sys.path[:], before[2]), sorted(set(sys.modules) - before[2] - {"pack", "pack.inner", "pack.__main__"} - set(sys.stdlib_module_names))[:9])
show("_run_code", lambda: runpy._run_code(compile("x = y + 1", "<c>", "exec"), {}, {"y": 2}, "nm")["x"])
print(runpy.__all__)
