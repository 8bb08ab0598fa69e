# tempfile: names made to order, modes, deletion, spooling, candidates for the folder, errors.
import builtins
import os
import stat
import sys
import tempfile
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



class Names:
    def __iter__(self): return self
    def __next__(self): self.n = getattr(self, "n", 0) + 1; return f"name{min(self.n, 9)}"


tempfile._name_sequence = Names()
fd, path = tempfile.mkstemp(".suf", "pre-", "."); print(path, oct(stat.S_IMODE(os.stat(path).st_mode)), os.get_inheritable(fd)); os.close(fd)
open("pre-name2.suf", "w").close(); fd, path = tempfile.mkstemp(".suf", "pre-", "."); print(path); os.close(fd)
print(tempfile.mkdtemp(dir="."), tempfile.mkdtemp(b"s", b"p", b"."), tempfile.mktemp("a", "b", "."), oct(stat.S_IMODE(os.stat("tmpname4").st_mode)) if os.path.exists("tmpname4") else sorted(os.listdir(".")))
for label, call in {"mixed": lambda: tempfile.mkstemp("a", b"b"), "missing folder": lambda: tempfile.mkstemp(dir="absent"), "type": lambda: tempfile.mkdtemp(3), "text": lambda: tempfile.NamedTemporaryFile("q", dir="."), "prefix": lambda: tempfile.gettempprefix(), "prefixb": lambda: tempfile.gettempprefixb(), "spool mode": lambda: tempfile.SpooledTemporaryFile(mode="z"), "folder missing": lambda: tempfile.TemporaryDirectory(dir="absent").name}.items(): show(label, call)
with tempfile.NamedTemporaryFile("w+", suffix=".txt", prefix="n", dir=".") as f:
    print(f.name, type(f).__name__, f.write("text\nmore\n"), f.seek(0), f.read(), f.mode, f.delete, os.path.exists(f.name), [l for l in (f.seek(0), *f)][1:]); name = f.name
print(f.closed, os.path.exists(name), f.name); show("closed", lambda: f.read())
f = tempfile.NamedTemporaryFile(delete=False, dir="."); f.write(b"kept"); f.close(); print(open(f.name, "rb").read()); os.remove(f.name)
f = tempfile.NamedTemporaryFile(dir="."); n = f.name; del f; print(os.path.exists(n))
f = tempfile.NamedTemporaryFile(dir="."); os.remove(f.name); show("removed before close", f.close)
with tempfile.TemporaryFile("w+b", dir=".") as t: print(t.write(b"abc"), t.seek(0), t.read(), isinstance(t.name, int), os.fstat(t.fileno()).st_nlink)
s = tempfile.SpooledTemporaryFile(10, "w+", dir=".", newline="\n"); print(s.write("12345"), s._rolled, s.name, s.tell(), s.write("6789012"), s._rolled, s.seek(0), s.read(), s.mode, s.encoding, s.newlines, s.truncate(3), s.seek(0), s.readlines(), s.closed)
s.close(); print(s.closed); show("closed spool", lambda: s.read()); s = tempfile.SpooledTemporaryFile(dir="."); print(s.write(b"x"), s.getvalue() if hasattr(s, "getvalue") else "", s.fileno() > 2, s._rolled, s.isatty(), s.rollover()); s.close()
s = tempfile.SpooledTemporaryFile(4); print(s.writelines([b"ab", b"cde"]), s._rolled, s.seek(0), list(s), [m for m in ("readable", "seekable", "writable", "readinto", "detach") if hasattr(s, m)], s.seek(0), s.readinto(bytearray(2))); s.close()
with tempfile.TemporaryDirectory("S", "P", ".") as d:
    os.makedirs(os.path.join(d, "sub/deep")); open(os.path.join(d, "sub/f"), "w").close(); os.chmod(os.path.join(d, "sub"), 0o500); print(d, os.path.isdir(d))
print(os.path.exists(d)); d = tempfile.TemporaryDirectory(dir="."); print(repr(d)); d.cleanup(); d.cleanup(); print(os.path.exists(d.name))
with tempfile.TemporaryDirectory(dir=".") as d: os.rmdir(d)
show("vanished", lambda: None); d = tempfile.TemporaryDirectory(dir=".", ignore_cleanup_errors=True); os.rmdir(d.name); show("ignored", d.cleanup)
tempfile.tempdir = "absent"; show("folder absent", lambda: tempfile.mkstemp()); tempfile.tempdir = None; os.environ["TMPDIR"] = folder; print(tempfile.gettempdir(), tempfile.gettempdirb(), tempfile._candidate_tempdir_list()[0]); tempfile.TMP_MAX, old = 3, tempfile.TMP_MAX
open("xname9", "w").close(); tempfile._name_sequence = iter(["name9"] * 99); show("no name left", lambda: tempfile.mkstemp(prefix="x", dir=".")); tempfile.TMP_MAX = old
n = tempfile._RandomNameSequence(); print(len(next(n)), set(next(n)) <= set(n.characters), n.characters)
