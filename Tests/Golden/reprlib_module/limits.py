# reprlib: limits of every kind, recursion, subclasses with their own methods; linecache and codeop beside it.
import array, codeop, collections, linecache, os, reprlib, tempfile
from reprlib import Repr, recursive_repr

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



r = Repr(); deep = [[[[[[[[1]]]]]]]]; loop = [1]; loop.append(loop)
VALUES = ["x" * 100, "a'b" * 30, b"y" * 100, list(range(20)), tuple(range(20)), (1,), (), {i: i for i in range(10)}, {"b": 1, "a": 2}, set(range(20)), set(), frozenset("abcdefghij"), collections.deque(range(20)), array.array("i", range(20)), array.array("d"), 10**100, -10**60, deep, {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, object, range(1000), type("Long", (), {"__repr__": lambda s: "r" * 100})(), type("Bad", (), {"__repr__": lambda s: 1 / 0})(), None, 1.5, [None] * 3 + ["z" * 80], collections.OrderedDict(a=1), {1, "a"} if False else {1}, loop]
for v in VALUES:
    try: print(r.repr(v).split(" at 0x")[0] if "instance at" in r.repr(v) else r.repr(v))
    except Exception as error: print(type(error).__name__, error)
for name, value in {"maxlevel": 2, "maxlist": 3, "maxtuple": 2, "maxdict": 2, "maxset": 2, "maxfrozenset": 1, "maxdeque": 2, "maxarray": 1, "maxstring": 10, "maxlong": 12, "maxother": 8}.items():
    s = Repr(); print(name, getattr(s, name)); setattr(s, name, value); print([s.repr(v) for v in VALUES[:20]])
s = Repr(); s.maxstring = 0; print(s.repr("abc"), s.repr([])); s.maxlevel = 0; print(s.repr([1]), s.repr1([1], 1), s.repr({})); s.fillvalue = "~"; s.maxlevel = 6; print(s.repr(list(range(9))))
class Own(Repr):
    def repr_int(self, x, level): return f"<{x}@{level}>"
    def repr_My_Type(self, x, level): return "spaced"
o = Own(); print(o.repr([1, [2, {3: 4}]]), o.repr(type("My Type", (), {})()), reprlib.repr("q" * 50), reprlib.aRepr.maxdict)
class L(list):
    @recursive_repr("<loop>")
    def __repr__(self): return "L(" + ", ".join(map(repr, self)) + ")"
l = L([1]); l.append(l); l.append([l]); print(l, L.__repr__.__name__)
for source in ("1", "if 1:", "if 1:\n  x", "if 1:\n  x\n", "x = (", "1 +", "def f():\n", "'''", "\"a", "@d", "", " ", "# c", "x\\", "a b", "raise = 1", "try:\n  x\nexcept", "x = 1;", "(1,\n2", "0777", "lambda:"):
    show(repr(source), lambda: (c := codeop.compile_command(source, "<i>", "single")) and c.co_name); show("   exec", lambda: bool(codeop.compile_command(source, "<i>", "exec")))
c = codeop.CommandCompiler(); c("from __future__ import annotations"); print(c("x: y = 1").co_flags & 0x1000000 != 0, codeop.Compile()("1", "f", "eval").co_filename); show("mode", lambda: codeop.compile_command("1", "f", "zz"))
os.chdir(tempfile.mkdtemp()); open("a.py", "w").write("one\ntwo\nthree"); open("bad.py", "wb").write(b"\xff\n")
print(linecache.getline("a.py", 2), linecache.getline("a.py", 99), linecache.getline("a.py", 0), linecache.getlines("a.py"), linecache.getline("absent.py", 1), linecache.getlines("bad.py"), "a.py" in linecache.cache); open("a.py", "w").write("changed"); print(linecache.getline("a.py", 1), linecache.checkcache("a.py"), linecache.getline("a.py", 1), linecache.lazycache("v", {"__loader__": type("L", (), {"get_source": lambda s, n: "from loader\n"})(), "__name__": "v"}), linecache.getline("v", 1), linecache.lazycache("<x>", {}), linecache.clearcache(), linecache.cache)
