import importlib.metadata as md
import importlib.resources as res
import os
import pkgutil
import runpy
import sys
import sysconfig
import tempfile


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True


def write(name, text):
    path = os.path.join(folder, name); os.makedirs(os.path.dirname(path), exist_ok=True); open(path, "w").write(text)


write("pk/__init__.py", "'doc'\nX = 1")
write("pk/a.py", "A = __name__")
write("pk/sub/__init__.py", "")
write("pk/sub/b.py", "")
write("pk/__main__.py", "import sys\nRUN = __name__, sys.argv[0].endswith('__main__.py'), __spec__.name if __spec__ else None")
write("pk/data/t.txt", "text\n")
write("script.py", "S = __name__, __file__.endswith('script.py'), extra")
write("dist-1.2.dist-info/METADATA",
    "Metadata-Version: 2.1\nName: Dist\nVersion: 1.2\nRequires-Dist: other (>=1)\nRequires-Dist: x; extra == 'e'\nProvides-Extra: e\n\nBody")
write("dist-1.2.dist-info/entry_points.txt", "[console_scripts]\nrun = pk.a:main [e]\n[group]\nn = pk\n")
write("dist-1.2.dist-info/RECORD", "pk/a.py,sha256=abc,10\npk/__init__.py,,\n")
write("dist-1.2.dist-info/top_level.txt", "pk\n")
import pk
print([(m.name, m.ispkg) for m in pkgutil.iter_modules(pk.__path__)], [m.name for m in pkgutil.walk_packages(pk.__path__, "pk.")],
    pkgutil.get_data("pk", "data/t.txt"), pkgutil.resolve_name("pk:X"), pkgutil.resolve_name("pk.a.A"), runpy.run_module("pk", run_name="rn")["RUN"],
    runpy.run_path(os.path.join(folder, "script.py"), {"extra": 5})["S"],
    runpy.run_path(os.path.join(folder, "pk"))["RUN"])
for label, call in {"no main": lambda: runpy.run_module("pk.sub"), "missing": lambda: runpy.run_module("pk.zzz"),
    "resolve": lambda: pkgutil.resolve_name("pk:nope"), "resolve form": lambda: pkgutil.resolve_name("1x"),
    "path": lambda: runpy.run_path("/no/such"), "data": lambda: pkgutil.get_data("pk", "nope")}.items():
    try: print(label, call())
    except BaseException as error: print(label, type(error).__name__, str(error).replace(folder, "F"))
d = md.distribution("dist")
print(d.version, d.metadata["Name"], d.requires, [(e.name, e.value, e.group, e.module, e.attr, e.extras) for e in d.entry_points],
    [str(f) for f in d.files], d.files[0].size, d.files[0].hash, md.version("Dist"), md.entry_points(group="group")["n"].load() is pk,
    d.read_text("top_level.txt"), d.metadata.get_all("Requires-Dist"), d.metadata.json["provides_extra"], md.packages_distributions().get("pk"))
show("no dist", lambda: md.version("no-such-dist"))
show("empty", lambda: md.distribution(""))
show("entry", lambda: md.entry_points(group="group")["zz"])
show("load", lambda: md.EntryPoint("n", "pk:none.x", "g").load())
print(md.EntryPoint("n", "a:b", "g"), md.EntryPoint("n", "a:b", "g") == md.EntryPoint("n", "a:b", "g"))
f = res.files("pk")
print(f.joinpath("data/t.txt").read_text(), (f / "data").is_dir(), sorted(x.name for x in f.iterdir() if not x.name.startswith("__pyc")),
    res.files("pk.sub").name)
show("missing", lambda: str((f / "nope").read_text()).replace(folder, "F") if False else (f / "nope").is_file())
show("not package", lambda: res.files("pk.a"))
show("none", lambda: res.files("no_pkg_x"))
with res.as_file(f / "data" / "t.txt") as p: print(p.name, p.exists())
print(sysconfig.get_python_version(), sysconfig.get_config_var("EXT_SUFFIX"), sysconfig.get_platform(), sorted(sysconfig.get_path_names())[:3],
    sysconfig.get_config_var("SOABI"), sysconfig.is_python_build(), sys.implementation.name, sys.implementation.hexversion == sys.hexversion,
    sys.platlibdir)
