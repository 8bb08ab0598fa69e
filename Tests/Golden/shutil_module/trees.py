# shutil: copies of files and trees, symlinks, ignore, errors gathered, moves, rmtree handlers, archives, which, disk_usage.
import builtins
import os
import shutil
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



def write(path, text="x"):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as f: f.write(text)
def tree(top):
    out = []
    for base, dirs, files in os.walk(top):
        dirs.sort(); out += [os.path.relpath(os.path.join(base, n), top) + ("@" if os.path.islink(os.path.join(base, n)) else "") for n in sorted(dirs + files)]
    return out


write("src/a.txt", "A"); write("src/b.pyc"); write("src/sub/c.txt", "C"); write("src/sub/deep/d.bin"); os.symlink("a.txt", "src/link"); os.symlink("absent", "src/dangling"); os.symlink("sub", "src/dirlink"); os.chmod("src/a.txt", 0o640); os.utime("src/a.txt", (1e9, 1e9))
print(shutil.copyfile("src/a.txt", "one"), shutil.copy("src/a.txt", "src/sub"), oct(stat.S_IMODE(os.stat("src/sub/a.txt").st_mode)), shutil.copy2("src/a.txt", "two"), os.stat("two").st_mtime, shutil.copyfile("src/link", "lk", follow_symlinks=False), os.readlink("lk"), shutil.copymode("src/a.txt", "one"), shutil.copystat("src/a.txt", "one"), os.stat("one").st_mtime)
os.mkfifo("pipe")
for label, call in {"same": lambda: shutil.copyfile("one", "one"), "same link": lambda: shutil.copyfile("src/a.txt", "src/link"), "absent": lambda: shutil.copyfile("absent", "x"), "folder": lambda: shutil.copyfile("src", "x"), "into folder": lambda: shutil.copyfile("one", "src"), "fifo": lambda: shutil.copyfile("pipe", "x"), "to absent": lambda: shutil.copy("one", "no/such/x"), "type": lambda: shutil.copy(1.5, "x"), "tree exists": lambda: shutil.copytree("src", "src/sub"), "tree absent": lambda: shutil.copytree("absent", "y"), "tree dangling": lambda: shutil.copytree("src", "t0"), "rmtree absent": lambda: shutil.rmtree("absent"), "rmtree file": lambda: shutil.rmtree("one"), "rmtree link": lambda: shutil.rmtree("src/dirlink"), "move absent": lambda: shutil.move("absent", "x"), "move into itself": lambda: shutil.move("src", "src/sub"), "which": lambda: shutil.which("surely-no-such-program"), "unknown format": lambda: shutil.make_archive("z", "nope"), "unpack unknown": lambda: shutil.unpack_archive("one"), "unpack format": lambda: shutil.unpack_archive("one", format="nope"), "chown nothing": lambda: shutil.chown("one"), "chown user": lambda: shutil.chown("one", "no-such-user-x"), "chown group": lambda: shutil.chown("one", group="no-such-group-x")}.items(): show(label, call)
print(tree("t0")); shutil.rmtree("t0")
print(shutil.copytree("src", "t1", symlinks=True), tree("t1")); print(shutil.copytree("src", "t2", ignore=shutil.ignore_patterns("*.pyc", "d*", "link"), ignore_dangling_symlinks=True), tree("t2")); print(shutil.copytree("src", "t2", symlinks=True, dirs_exist_ok=True, ignore=lambda p, n: {x for x in n if x.endswith("link") or x == "dangling"}), tree("t2"))
seen = []; shutil.copytree("src/sub", "t3", copy_function=lambda s, d: seen.append((s, d))); print(sorted(seen), tree("t3"))
def failing(s, d): raise OSError(5, "made up", s)
show("gathered", lambda: shutil.copytree("src/sub", "t4", copy_function=failing))
print(shutil.move("one", "moved"), shutil.move("moved", "t1"), os.path.exists("t1/moved"), shutil.move("t3", "t1"), tree("t1")[-3:]); write("moved2"); write("t1/moved2"); show("move onto", lambda: shutil.move("moved2", "t1")); show("move folder onto", lambda: (os.makedirs("m/t1"), shutil.move("t1", "m"))[1]); print(shutil.move("src/link", "lmoved"), os.readlink("lmoved"))
log = []; shutil.rmtree("absent", onerror=lambda f, p, e: log.append((f.__name__, p, e[0].__name__))); shutil.rmtree("absent", ignore_errors=True); print(log, shutil.rmtree.avoids_symlink_attacks); fd = os.open(".", os.O_RDONLY); shutil.rmtree("t2", dir_fd=fd); os.close(fd); print(os.path.exists("t2"))
for form in ("zip", "tar", "gztar"): print(shutil.make_archive("arch", form, root_dir="src", base_dir="sub").replace(folder, "F"), shutil.unpack_archive("arch" + dict(zip=".zip", tar=".tar", gztar=".tar.gz")[form], "un" + form), tree("un" + form))
print(shutil.make_archive("whole", "tar", "src/sub"), [f[0] for f in shutil.get_archive_formats()], [f[0] for f in shutil.get_unpack_formats()], shutil.register_archive_format("mine", lambda base, root, **k: f"{base} {root} {k}", [("a", 1)], "desc"), shutil.make_archive("b", "mine", "src"), shutil.unregister_archive_format("mine"))
for label, call in {"register callable": lambda: shutil.register_archive_format("x", 3), "register args": lambda: shutil.register_archive_format("x", print, [1]), "unpack register": lambda: shutil.register_unpack_format("x", [".zip"], print), "unpack callable": lambda: shutil.register_unpack_format("x", [".q"], 3), "zip missing": lambda: shutil.make_archive("q", "zip", "absent"), "not zip": lambda: shutil.unpack_archive("two", format="zip"), "not tar": lambda: shutil.unpack_archive("two", format="tar")}.items(): show(label, call)
import io
out = io.StringIO(); shutil.copyfileobj(io.StringIO("abcdef"), out, 2); print(out.getvalue(), shutil.disk_usage(".")._fields, shutil.get_terminal_size((7, 9))[0] > 0, shutil.COPY_BUFSIZE); os.makedirs("bin"); write("bin/prog"); write("bin/noexec"); os.chmod("bin/prog", 0o755); print(shutil.which("prog", path="bin"), shutil.which("bin/prog"), shutil.which("noexec", path="bin"), shutil.which(b"prog", path=b"bin"), shutil.which("prog", path=""), shutil.which("prog", os.R_OK, "bin"), shutil.Error.__mro__[1], shutil.SameFileError.__mro__[1], shutil.ReadError.__mro__[1])
