# glob and fnmatch: hidden names, recursion, brackets, bytes, escapes, root_dir, include_hidden, translation.
import builtins, fnmatch, glob, os, re, sys, tempfile
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



for path in "a", "ab", "b.txt", "c.TXT", ".hid", "[x]", "star*", "q?", "new\nline", "d/e/f.py", "d/.h/g.py", "d/e/.z", "\u00e9/x", "d/[1]/y", "sp ace/z w":
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True); open(path, "w").close()
os.symlink("d", "ln"); os.symlink("nowhere", "broken")
for pattern in ("*", "?", "??", "*.txt", "*.[tT][xX][tT]", ".*", "[!a]*", "[]]*", "[[]x]", "[[]*", "star[*]", "q[?]", "**", "**/*.py", "d/**", "d/**/", "**/", "*/", "*/*", "*/*/*", "d/./e/*", "./*.txt", "d//e/*", "absent/*", "a/*", "a", "absent", "", ".", "..", "d/..", "*/..", "ln/*", "ln/**", "broken", "broken/*", "\u00e9/*", "*\n*", "sp*/z*", "**/**/*.py", "d/**/f.py", "**hid", "[a-b]*", "[b-a]*", "[!]", "[]", "d/*/[f]*", "*/.*", "**/.*"):
    a, b = sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)); c = sorted(glob.glob(pattern, recursive=True, include_hidden=True)); print(repr(pattern), a, "same" if a == b else b, "same" if b == c else c, glob.has_magic(pattern), glob.escape(pattern))
print(sorted(glob.glob(b"*.txt")), sorted(glob.glob("*", root_dir="d")), sorted(glob.glob("**", root_dir="d", recursive=True)), sorted(glob.glob("e/*", root_dir=b"d".decode())), sorted(glob.iglob("[a-c]*")), glob.glob("*", root_dir="absent"), sorted(glob.glob("e/../*", root_dir="d")), glob.glob0("d", "e"), sorted(glob.glob1(".", "b*")))
fd = os.open("d", os.O_RDONLY); print(sorted(glob.glob("*", dir_fd=fd)), sorted(glob.glob("**/*.py", dir_fd=fd, recursive=True))); os.close(fd)
for label, call in {"int": lambda: glob.glob(3), "None": lambda: glob.glob(None), "mixed": lambda: glob.glob("*", root_dir=b"."), "path": lambda: glob.glob(__import__("pathlib").Path("*")), "nul": lambda: glob.glob("a\0*"), "absolute": lambda: sorted(glob.glob(folder + "/b*"))}.items(): show(label, call)
for name, pattern in [("abc", "a*"), ("abc", "A*"), ("a\nb", "a*b"), ("abc", "[a-c][!x]?"), ("a]", "a[]]"), ("a-", "a[a-]"), ("a^", "a[^]"), ("a!", "a[!]"), ("[", "["), ("[]", "[]"), ("a", "[z-a]"), ("b", "[!z-a]"), ("x", "[a-c-x]"), ("-", "[a-c-x]"), ("&&", "[&&]*"), ("~", "[~~]"), ("|", "[||]"), ("\\", "[\\]"), ("\\", "\\"), ("", ""), ("", "*"), ("a" * 40, "*a*a*a*a*b"), (".x", "*"), ("a.b", "a[.]b"), ("\u00e9", "?"), ("a\\d", "a\\d"), ("ab", "a*b*"), ("a/b", "*"), ("a", "**")]:
    print(repr(name[:9]), repr(pattern), fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern), fnmatch.translate(pattern), bool(re.match(fnmatch.translate(pattern), name)))
print(fnmatch.filter(["a", "B", "ab"], "[aA]*"), fnmatch.filter([b"a", b"b"], b"a"), fnmatch.fnmatch(b"ab", b"a*")); show("mixed fnmatch", lambda: fnmatch.fnmatch("a", b"a")); show("filter mixed", lambda: fnmatch.filter(["a", b"b"], "*")); show("None", lambda: fnmatch.fnmatch(None, "*"))
