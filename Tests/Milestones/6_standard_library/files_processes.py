"""pathlib, os, shutil, tempfile, glob, io, subprocess, fileinput, filecmp, stat, mmap, linecache, codecs, signal, sys."""
import codecs
import contextlib
import errno
import filecmp
import fileinput
import glob
import io
import linecache
import locale
import mmap
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath, PureWindowsPath

p = PurePosixPath("/usr/lib/../share/a.tar.gz")
print(p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents)[-1], p / "x" / "/abs", p.with_suffix(".zip"), p.with_name("b"),
    p.with_stem("c"), p.is_absolute(), p.relative_to("/usr"), p.match("*.gz"), p.joinpath("q"), p.as_uri(), hash(p) == hash(PurePosixPath(str(p))),
    sorted([PurePosixPath("b"), PurePosixPath("a/c")]), PureWindowsPath("C:\\a\\b.txt").drive, PureWindowsPath("c:/A") == PureWindowsPath("C:\\a"),
    repr(PurePosixPath("")), p < PurePosixPath("/z"), os.fspath(p), PurePosixPath("a//b/./c"))
for call in (lambda: p.relative_to("/etc"), lambda: p.with_name("a/b"), lambda: p.with_suffix("x"), lambda: PurePosixPath(3),
    lambda: PurePosixPath("a") < "b", lambda: PurePosixPath("a") / 3):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
with tempfile.TemporaryDirectory(prefix="lib") as folder:
    os.chdir(folder); root = Path(".")
    (root / "d/e").mkdir(parents=True)
    (root / "a.txt").write_text("one\ntwo\r\nthrée\n", encoding="utf-8", newline="")
    (root / "d/b.py").write_bytes(b"print(1)\n")
    (root / "d/e/c.txt").touch()
    os.symlink("a.txt", "link")
    print(sorted(map(str, root.rglob("*"))), sorted(map(str, root.glob("*/*.py"))), sorted(glob.glob("**/*.txt", recursive=True)),
        sorted(glob.glob("[ad]*")), glob.escape("a[b]"), sorted(x.name for x in os.scandir(".") if x.is_file()),
        [(str(a), sorted(b), sorted(c)) for a, b, c in sorted(os.walk("."))])
    f = root / "a.txt"
    print(f.exists(), f.is_file(), f.stat().st_size, stat.filemode(f.stat().st_mode)[0], Path("link").is_symlink(), os.readlink("link"),
        Path("link").resolve().name, f.read_text(encoding="utf-8"), f.samefile("link"), f.read_bytes()[:4], Path("d").is_dir(),
        oct(f.stat().st_mode & 0o400), os.path.getsize(f), f.owner() == Path("d").owner(), Path("~").expanduser().is_absolute())
    f.chmod(0o640)
    print(stat.filemode(f.stat().st_mode), os.access(f, os.R_OK))
    f.rename("z.txt")
    print(f.exists())
    Path("z.txt").replace("a.txt")
    Path("d/e/c.txt").unlink()
    os.utime("a.txt", (1e9, 1e9))
    print(time.gmtime(os.stat("a.txt").st_mtime)[:3])
    for call in (lambda: Path("no").read_text(), lambda: Path("d").rmdir(), lambda: Path("d").mkdir(), lambda: Path("a.txt/b").exists(),
        lambda: open("d"), lambda: os.remove("d"), lambda: os.listdir("a.txt"), lambda: Path("a.txt").mkdir(exist_ok=True), lambda: open("x", "q"),
        lambda: open("x", "rb", encoding="utf-8"), lambda: os.rename("no", "x"), lambda: open("\0"), lambda: open("a.txt", encoding="ascii").read(),
        lambda: shutil.copy("a.txt", "a.txt"), lambda: shutil.rmtree("no"), lambda: shutil.move("no", "x")):
        try: print(call())
        except Exception as error: print(type(error).__name__, str(error).split("/lib")[0], getattr(error, "errno", None),
            getattr(error, "filename", None) if not isinstance(getattr(error, "filename", None), str) or "/" not in error.filename else "")
    shutil.copytree("d", "copy", ignore=shutil.ignore_patterns("e"))
    shutil.copy2("a.txt", "copy")
    print(sorted(os.listdir("copy")), filecmp.cmp("a.txt", "copy/a.txt"), filecmp.dircmp("d", "copy").right_only, shutil.move("copy/a.txt", "moved"),
        shutil.disk_usage(".").total > 0, shutil.which("sh") is not None, os.path.basename(shutil.make_archive("arc", "zip", "d")),
        sorted(n for n, _ in shutil.get_archive_formats())[:2], shutil.get_terminal_size((80, 24)).columns > 0)
    shutil.unpack_archive("arc.zip", "un")
    print(os.listdir("un"))
    shutil.rmtree("copy")
    with open("t", "w+", newline="\r\n") as file:
        print(file.write("ab\ncd\n"), file.tell(), file.seek(0), file.readline(), file.newlines, file.encoding, file.mode, file.name,
            file.line_buffering, file.buffer.raw.mode)
        file.seek(0, 2)
        file.writelines(["x", "y"])
        file.flush()
        print(os.fstat(file.fileno()).st_size, file.truncate(3), file.closed)
    try: file.read()
    except ValueError as error: print(error)
    for newline in (None, "", "\n", "\r\n"):
        with open("nl", "wb") as raw: raw.write(b"a\nb\rc\r\nd")
        with open("nl", newline=newline) as text: print(repr(newline), text.readlines())
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace", "namereplace"):
        try: print(handler, b"a\xff\xc3".decode("utf-8", handler) if handler[0] not in "xn" else "", "é€\udcff".encode("latin-1", handler))
        except UnicodeError as error: print(handler, error)
    print(codecs.lookup("utf8").name, codecs.BOM_UTF8, "é".encode("utf-16"), "é".encode("utf-8-sig"),
        list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), codecs.encode("abc", "rot13"), codecs.decode(b"YWJj", "base64"), "ä".encode("idna"),
        "a\\n".encode().decode("unicode_escape"), codecs.getincrementaldecoder("utf-16")().decode(b"\xff\xfea\0"), "x".encode("cp037"),
        "日本".encode("shift_jis"), "é".encode("punycode"))
    b = io.BytesIO(b"line1\nline2")
    print(b.readline(), b.getbuffer()[:3].tobytes(), b.seek(-2, 2), b.read(), b.readinto(bytearray(2)), io.StringIO("a\r\nb", newline=None).read(),
        io.TextIOWrapper(io.BytesIO("é".encode()), "utf-8").read(), io.BufferedReader(io.BytesIO(b"abc")).peek(1)[:1],
        io.BufferedRWPair(io.BytesIO(b"r"), io.BytesIO()).read())
    with open("m", "wb") as raw: raw.write(b"hello mmap\nsecond")
    with open("m", "r+b") as raw, mmap.mmap(raw.fileno(), 0) as m: print(m[:5], m.find(b"map"), m.readline(), len(m)); m[0:5] = b"HELLO"; m.flush()
    print(open("m", "rb").read(5), linecache.getline("a.txt", 2), [(fileinput.filelineno(), l) for l in fileinput.input(["nl", "t"])][:3],
        os.path.relpath("d/e", "d"), os.path.splitext("a.b.c"), os.path.commonpath(["/a/b", "/a/c"]), os.path.normpath("a/../b//c"),
        os.path.expandvars("$NOPE-x"), os.path.isabs("x"), os.path.split("/a/b"), os.path.join("a", "/b"))
    with tempfile.NamedTemporaryFile("w+", suffix=".x", delete=True) as file: file.write("q"); file.seek(0); print(file.read(),
        file.name.endswith(".x"), os.path.exists(file.name))
    print(os.path.exists(file.name), tempfile.SpooledTemporaryFile(10).write(b"a" * 20), os.path.basename(tempfile.mkstemp(prefix="pre")[1])[:3])
    fd = os.open("raw", os.O_CREAT | os.O_RDWR, 0o600)
    print(os.write(fd, b"0123456789"), os.lseek(fd, 2, 0), os.read(fd, 3), os.pread(fd, 2, 8), os.ftruncate(fd, 4), os.fstat(fd).st_size,
        os.isatty(fd))
    os.close(fd)
    try: os.read(fd, 1)
    except OSError as error: print(error, errno.errorcode[error.errno], error == error, OSError(2, "m", "f"), type(OSError(2, "x")).__name__)
    sys.stdout.flush()
    run = subprocess.run([sys.executable, "-c", "import sys; print(sys.stdin.read().upper()); print('err', file=sys.stderr); sys.exit(3)"],
        input="in", capture_output=True, text=True)
    print(run.returncode, repr(run.stdout), repr(run.stderr))
    print(subprocess.check_output("echo $X; exit 0", shell=True, env={"X": "y"}), subprocess.getstatusoutput("false"), subprocess.call(["true"]),
        subprocess.list2cmdline(["a b"]))
    for call in (lambda: subprocess.run(["false"], check=True), lambda: subprocess.run(["no-such-program"]),
        lambda: subprocess.run(["sleep", "5"], timeout=0.05), lambda: subprocess.run(["sh", "-c", "kill -9 $$"], check=True),
        lambda: subprocess.Popen(["true"], cwd="/nope")):
        try: print(call())
        except Exception as error: print(type(error).__name__, str(error).split(" after ")[0])
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE) as process: print(process.communicate(b"x" * 200000)[0] == b"x" * 200000, process.returncode)
    with subprocess.Popen("echo a; echo b >&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True) as process: print(list(process.stdout), process.wait(), process.poll())
    one = subprocess.Popen(["printf", "b\\na\\n"], stdout=subprocess.PIPE)
    print(subprocess.check_output(["sort"], stdin=one.stdout))
    one.stdout.close()
    one.wait()
    sleeper = subprocess.Popen(["sleep", "9"])
    sleeper.terminate()
    print(sleeper.wait())
    r, w = os.pipe(); child = os.fork()
    if child == 0: os.write(w, b"from child"); os._exit(7)
    print(os.read(r, 20), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    got = []
    signal.signal(signal.SIGUSR1, lambda n, frame: got.append(signal.Signals(n).name))
    os.kill(os.getpid(), signal.SIGUSR1)
    print(got, signal.getsignal(signal.SIGTERM), signal.strsignal(2))
    os.chdir("/")
print(os.environ.get("NOPE_X"), os.getcwd(), os.sep, os.linesep.encode(), os.cpu_count() > 0, sys.getfilesystemencoding(), locale.getlocale()[1],
    sys.byteorder, sys.maxsize, os.name, os.strerror(2))
os.environ["NEW_VAR"] = "v"
print(os.popen("echo $NEW_VAR").read(), os.system("exit 2") >> 8)
with contextlib.suppress(KeyError): os.environ["NOPE_X"]
out = io.StringIO()
with contextlib.redirect_stdout(out): print("captured")
print(out.getvalue(), end="")
