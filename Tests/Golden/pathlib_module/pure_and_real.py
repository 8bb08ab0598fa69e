# pathlib: every property of pure paths, joins, relatives, matches, errors, and the file system through Path.
import builtins, copy, os, pathlib, pickle, stat, sys, tempfile
from pathlib import Path, PosixPath, PurePath, PurePosixPath, PureWindowsPath
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



for cls in PurePosixPath, PureWindowsPath:
    for text in ("", ".", "..", "/", "//", "///", "//a/b", "a", "a/", "a//b", "a/./b", "a/../b", "/a/b.tar.gz", ".hidden", ".hidden.txt", "a.", "a..b", "a/.", "c:", "c:/", "c:\\x\\y.z", "c:x", "\\\\srv\\share\\d\\e", "\\x", "//srv/share", "con", "a b/\u00e9", "x:y"):
        p = cls(text); print(cls.__name__[4], repr(text), repr(p), str(p), p.parts, repr(p.drive), repr(p.root), repr(p.anchor), repr(p.name), repr(p.stem), p.suffix, p.suffixes, str(p.parent), len(p.parents), p.is_absolute(), p.is_reserved(), p.as_posix())
P = PurePosixPath; p = P("/a/b/c.py")
print(p / "d", "x" / P("y"), p / "/abs", P("a", "b", "../c"), P(P("a"), "b"), p.joinpath("x", "y"), p.with_name("n"), p.with_stem("s"), p.with_suffix(".t"), p.with_suffix(""), P("a").with_suffix(".x"), p.relative_to("/a"), p.is_relative_to("/a/b"), p.is_relative_to("b"), list(map(str, p.parents)), p.parents[-1], p.parents[0:2], p.match("*.py"), p.match("b/*"), p.match("/a/*/c.py"), p.match("A/*/C.PY"), PureWindowsPath("A/b.PY").match("*.py"), bytes(p), p.as_uri(), P("/a b/\u00e9").as_uri(), PureWindowsPath("c:/a b").as_uri(), hash(p) == hash(P("/a/b/c.py")), p == PurePath("/a/b/c.py"), p == PureWindowsPath("/a/b/c.py"), P("a") < P("b"), sorted([P("b"), P("a/c"), P("a")]), PureWindowsPath("A") == PureWindowsPath("a"), os.fspath(p), pickle.loads(pickle.dumps(p)), copy.deepcopy(p), repr(PosixPath("x")), Path() == Path("."))
for label, call in {"with_name empty": lambda: p.with_name(""), "with_name slash": lambda: p.with_name("a/b"), "with_name none": lambda: P("/").with_name("x"), "suffix": lambda: p.with_suffix("x"), "suffix dot": lambda: p.with_suffix("."), "suffix slash": lambda: p.with_suffix(".a/b"), "relative": lambda: p.relative_to("/x"), "relative none": lambda: p.relative_to(), "relative mixed": lambda: p.relative_to("a"), "match empty": lambda: p.match(""), "uri": lambda: P("a").as_uri(), "int": lambda: P(3), "bytes": lambda: P(b"a"), "div": lambda: p / 3, "rdiv": lambda: 3 / p, "order": lambda: p < PureWindowsPath("a"), "windows": lambda: pathlib.WindowsPath("a"), "parents": lambda: p.parents[9], "keyword": lambda: P("a", x=1), "setattr": lambda: setattr(p, "name", "x"), "new attribute": lambda: setattr(p, "q", 1)}.items(): show(label, call)
w = Path("w"); print(w.mkdir(), w.exists(), w.is_dir(), (w / "f").touch(), (w / "f").write_text("h\u00e9\n", encoding="utf-8", newline="\r\n"), (w / "f").read_bytes(), (w / "f").read_text("latin-1"), (w / "b").write_bytes(b"123"), (w / "b").stat().st_size, (w / "f").is_file(), (w / "l").symlink_to("f"), (w / "l").is_symlink(), (w / "l").readlink(), (w / "l").resolve(), (w / "hard").hardlink_to(w / "b"), (w / "hard").samefile(w / "b"), (w / "b").samefile(w / "f"), w.is_mount(), w.is_socket(), w.is_fifo(), w.is_block_device(), w.is_char_device())
print(sorted(w.iterdir()), sorted(w.glob("*")), (w / "s/t").mkdir(parents=True), (w / "s/t").mkdir(exist_ok=True, parents=True), sorted(w.glob("**/*")), sorted(w.rglob("f")), sorted(w.glob("s/*/")), (w / "b").rename(w / "c"), (w / "c").replace(w / "d"), (w / "d").unlink(), (w / "d").unlink(missing_ok=True), oct(stat.S_IMODE((w / "f").stat().st_mode)), (w / "f").chmod(0o600), oct((w / "f").stat().st_mode), (w / "f").owner() != "", (w / "l").lstat().st_mode != (w / "l").stat().st_mode, (w / "s/t").rmdir(), Path("w/../w").resolve() == w.absolute(), Path("w/x/../f").resolve(), (w / "f").open().readline())
for label, call in {"mkdir": lambda: w.mkdir(), "mkdir parents": lambda: Path("no/such").mkdir(), "mkdir file": lambda: (w / "f").mkdir(exist_ok=True), "rmdir": lambda: w.rmdir(), "unlink": lambda: Path("no").unlink(), "unlink folder": lambda: w.unlink(), "stat": lambda: Path("no").stat(), "iterdir": lambda: list(Path("no").iterdir()), "open": lambda: Path("no").open(), "write type": lambda: (w / "q").write_text(3), "write bytes type": lambda: (w / "q").write_bytes("x"), "touch": lambda: (w / "f").touch(exist_ok=False), "readlink": lambda: (w / "f").readlink(), "strict": lambda: Path("no/x").resolve(strict=True), "glob empty": lambda: list(w.glob("")), "glob absolute": lambda: list(w.glob("/x")), "glob bad": lambda: list(w.glob("**x")), "loop": lambda: (Path("loop").symlink_to("loop"), Path("loop").exists())[1], "loop resolve": lambda: Path("loop").resolve(), "loop strict": lambda: Path("loop").resolve(True), "nul": lambda: Path("a\0b").exists(), "expanduser": lambda: Path("~no-such-user-x/a").expanduser(), "samefile": lambda: w.samefile("no"), "long": lambda: Path("x" * 300).exists(), "link_to": lambda: hasattr(w, "link_to"), "home": lambda: Path("~").expanduser() == Path.home(), "cwd": lambda: Path.cwd()}.items(): show(label, call)
