# importlib.metadata: distributions of both forms, entry points, requirements, files, finders of one's own.
import builtins
import email.message
import importlib.metadata as md
import os
import sys
import tempfile
import warnings
import zipfile

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



def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


META = """Metadata-Version: 2.1
Name: Some.Dist_name
Version: 1.0rc1
Summary: What it is
Author-email: A <a@b.c>
Classifier: One
Classifier: Two
Requires-Dist: other (>=1.0)
Requires-Dist: extra-thing ; extra == "test"
Provides-Extra: test
Description-Content-Type: text/markdown
Keywords: a,b

# Title

Text with `code`.
"""
write("site/some_dist_name-1.0rc1.dist-info/METADATA", META)
write("site/some_dist_name-1.0rc1.dist-info/entry_points.txt", """
[console_scripts]
run = pk.cli:main
with-extra = pk.cli : main [test, other]
# another
[group.two]
attr = pk.cli:Thing.method
module = pk.cli
broken = not a reference!!
""")
write("site/some_dist_name-1.0rc1.dist-info/RECORD", "pk/__init__.py,sha256=AAA,0\npk/cli.py,,\n\"pk/with,comma.py\",sha256=x=y,12\n../../bin/run,,\n")
write("site/some_dist_name-1.0rc1.dist-info/top_level.txt", "pk\nother_top\n")
write("site/pk/__init__.py", "")
write("site/pk/cli.py", "def main(): return 'ran'\nclass Thing:\n    def method(self): pass\n")
write("site/Egg-2.0.egg-info/PKG-INFO", "Metadata-Version: 1.0\nName: Egg\nVersion: 2.0\n")
write("site/Egg-2.0.egg-info/requires.txt", "plain\nsized>=2\n\n[socks]\nsock\n\n[:python_version<'3']\nold\n\n[dev:os_name=='nt']\nwin; x\n")
write("site/Egg-2.0.egg-info/SOURCES.txt", "setup.py\nEgg/__init__.py\n")
write("site/flat-3.egg-info", "Metadata-Version: 1.1\nName: flat\nVersion: 3\n")
write("site/nameless-1.dist-info/METADATA", "Metadata-Version: 2.1\nVersion: 1\n")
write("site/empty-1.dist-info/other", "")
write("site/.dist-info/METADATA", "Name: hidden\n")
with zipfile.ZipFile("wheel.whl", "w") as z:
    z.writestr("zipped-4.dist-info/METADATA", "Metadata-Version: 2.1\nName: zipped\nVersion: 4\n")
    z.writestr("zipped-4.dist-info/RECORD", "zmod.py,,\n"); z.writestr("zmod.py", "Z = 1"); z.writestr("zipped-4.dist-info/entry_points.txt", "[g]\nz = zmod:Z\n")
sys.path[:] = ["site", "wheel.whl"] + [p for p in sys.path if "dist-packages" not in p and "site-packages" not in p]
for name in ("some-dist-name", "Some.Dist_name", "SOME_DIST_NAME", "somedistname", "egg", "flat", "zipped", "nameless", "empty", "absent", "", None, "hidden"):
    show(f"version {name!r}", lambda: md.version(name))
    show(f"name {name!r}", lambda: (md.distribution(name).name, md.distribution(name)._normalized_name))
d = md.distribution("some-dist-name")
print(d.metadata["Name"], d.metadata["nothing"], d.metadata.get_all("classifier"), d.requires, sorted(set(d.metadata)), type(d.metadata).__mro__[1] is email.message.Message)
print(d.metadata.json)
print([(str(f), f.size, f.hash and (f.hash.mode, f.hash.value), type(f).__name__) for f in d.files], d.files[1].read_text(), d.files[1].locate())
show("binary", lambda: d.files[1].read_binary()[:8])
show("missing file", lambda: d.files[2].read_text())
for e in d.entry_points:
    show(e.name, lambda: (e, e.value, e.group, e.module, e.attr, e.extras, e.dist.name, e == e, hash(e) == hash(e)))
    show(e.name + " load", lambda: e.load())
print(md.requires("egg"), md.requires("zipped"), md.files("egg"), md.files("flat"), [str(f) for f in md.files("zipped")], md.metadata("flat")["version"])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    every = md.entry_points()
    print(type(every).__name__, sorted(every.groups), sorted(every.names) if hasattr(every, "names") else "", sorted(every))
    show("select", lambda: every.select(group="group.two", name="attr"))
    show("get", lambda: every.get("g"))
    show("item", lambda: every["g"])
    show("missing item", lambda: every["zzz"])
    chosen = md.entry_points(group="console_scripts")
    print(chosen.names, chosen.groups, chosen["run"].load()())
    show("by number", lambda: chosen[0])
    show("missing name", lambda: chosen["none"])
    show("by match", lambda: md.entry_points(module="pk.cli", attr="main").names)
    show("tuple of an entry", lambda: tuple(chosen["run"]))
    show("read only", lambda: setattr(chosen["run"], "name", "x"))
print(sorted({(w.category.__name__, str(w.message)) for w in caught}))
packages = md.packages_distributions()
print({k: packages[k] for k in ("pk", "other_top", "zmod") if k in packages})
print(sorted(filter(None, (d.metadata["Name"] for d in md.distributions(path=["site", "wheel.whl"])))), [d.version for d in md.distributions(name="egg", path=["site"])])
print(md.PathDistribution.at("site/flat-3.egg-info").metadata["Name"] if os.path.isdir("site/flat-3.egg-info") else "file", md.Prepared("A.B-c_d").normalized, md.Prepared("A.B-c_d").legacy_normalized)


class Mine(md.Distribution):
    def read_text(self, name): return {"METADATA": "Name: mine\nVersion: 9\n"}.get(name)
    def locate_file(self, path): return path


class Finder(md.DistributionFinder):
    def find_spec(self, *args): return None
    def find_distributions(self, context=md.DistributionFinder.Context()):
        if context.name in (None, "mine"):
            yield Mine()


sys.meta_path.append(Finder())
print(md.version("mine"), md.distribution("mine").files, md.distribution("mine").entry_points, md.PackageNotFoundError("q"), md.PackageNotFoundError.__mro__[1:3])
show("abstract", lambda: md.Distribution())
