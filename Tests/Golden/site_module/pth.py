# .pth files, site.addsitedir and the names that site gives.
import builtins
import io
import os
import site
import sys
import tempfile
import contextlib

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



def write(path, data):
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode())


write("s/a.pth", "# a comment\nexists\n\n   \nabsent\nexists\nexists/../exists\n../outside\n")
write("s/b.pth", "import sys; sys.pth_order = getattr(sys, 'pth_order', []) + ['b']\nimport\tsys; sys.pth_order.append('tab')\nimportant\n")
write("s/c.pth", "import sys; sys.pth_order.append('c')\nimport sys; 1 / 0\nexists2\n")
write("s/d.pth", "import no_such_module_at_all\nexists2\n")
write("undecodable/e.pth", b"\xff\xfe bad bytes\n")
write("s/f.pth", b"\xef\xbb\xbfbom_folder\n")
write("s/g.txt", "exists2\n"); write("s/.hidden.pth", "hidden\n"); write("s/nul.pth", b"a\0b\n"); write("s/crlf.pth", "crlf\r\n"); write("s/long.pth", "no_newline")
for name in "s/exists", "s/exists2", "outside", "s/important", "s/bom_folder", "s/hidden", "s/crlf", "s/no_newline", "other":
    os.makedirs(name, exist_ok=True)
before = list(sys.path)
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    known = site.addsitedir("s")
print(known)
print([p for p in sys.path if p not in before], sys.pth_order)
print("\n".join(line for line in errors.getvalue().splitlines() if not line.startswith("    ") and "File \"/" not in line and "~" not in line))
sys.pth_order = []
with contextlib.redirect_stderr(io.StringIO()):
    known2 = site.addsitedir("s", set())
    print(len(sys.path) - len(before), sorted(p for p in known2)[:3], sys.pth_order)
    print(site.addsitedir("absent"), site.addsitedir("other", {os.path.abspath("other")}))
show("addpackage", lambda: site.addpackage("s", "g.txt", None))
show("addpackage missing", lambda: site.addpackage("s", "none.pth", set()))
show("undecodable", lambda: site.addsitedir("undecodable"))
show("makepath", lambda: site.makepath("a", "..", "B"))
sys.path[:] = ["x", "x", "./x", os.path.abspath("x"), "y"]
show("removeduppaths", lambda: (sorted(site.removeduppaths()), sys.path))
sys.path[:] = before
print([len(site.getsitepackages(["/p"])), site.getsitepackages(["/p"])[0].startswith("/p/")], site.PREFIXES[0] == sys.prefix, isinstance(site.ENABLE_USER_SITE, (bool, type(None))))
show("user base", lambda: (os.path.basename(site.getuserbase()), site.getusersitepackages().endswith("lib/python3.11/site-packages"), site.USER_SITE == site.getusersitepackages()))
print([type(getattr(builtins, n)).__name__ for n in ("exit", "quit", "copyright", "credits", "license", "help")], exit, quit)
show("exit", lambda: exit(3))
show("quit", lambda: quit())
show("help", lambda: builtins.help)
show("__main__ help", lambda: site._script.__name__)
show("abs__file__", lambda: site.abs_paths())
show("venv", lambda: site.venv(set()) == set())
