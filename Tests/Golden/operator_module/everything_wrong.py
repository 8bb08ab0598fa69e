# operator: each function with operands of every kind, and the classes: calls, copies, pickles, comparisons, errors.
import copy, operator as o, pickle

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



VALUES = [3, -2.5, True, "ab", b"cd", [1, 2], (3,), {4}, {"k": 5}, None, 1j, range(3)]
for name in sorted(o.__all__):
    f = getattr(o, name)
    if isinstance(f, type): continue
    for a in VALUES:
        out = []
        try: out.append(repr(f(copy.copy(a)))[:30])
        except Exception as error: out.append(f"{type(error).__name__}: {error}"[:70])
        for b in (2, "b", [9], None, slice(0, 1)):
            try: out.append(repr(f(copy.copy(a), b))[:30])
            except Exception as error: out.append(f"{type(error).__name__}: {error}"[:70])
            if "exactly one" in out[-1] or "takes" in out[-1] or "expected 3" in out[-1]: break
        print(name, repr(a)[:12], out)
        if len(out) == 2 and "expected 3" in out[1]: break
d = {}; l = [1, 2, 3]; print(o.setitem(d, "a", 1), d, o.delitem(d, "a"), d, o.setitem(l, slice(0, 2), [9]), l, o.delitem(l, slice(None)), l, o.iadd([1], (2,)), o.iconcat([1], [2]), o.call(max, 1, 5), o.call(dict, a=1), o.length_hint(iter([1, 2])), o.indexOf("abc", "b"), o.countOf([1, 1.0, True], 1)); show("indexOf", lambda: o.indexOf([1], 2)); show("indexOf int", lambda: o.indexOf(1, 2)); show("countOf int", lambda: o.countOf(1, 1)); show("concat", lambda: o.concat(1, 2)); show("concat list", lambda: o.concat([1], (2,))); show("iconcat", lambda: o.iconcat(1, [2])); show("call", lambda: o.call()); show("call int", lambda: o.call(3)); show("setitem", lambda: o.setitem(1, 2, 3)); show("hint", lambda: o.length_hint(5, -1)); show("hint type", lambda: o.length_hint([], "x")); show("truth", lambda: o.truth(type("T", (), {"__bool__": lambda s: 3})())); show("contains", lambda: o.contains(5, 1)); show("index", lambda: o.index(1.5)); show("compare_digest", lambda: (o._compare_digest("a", "a"), o._compare_digest(b"a", bytearray(b"b")))); show("compare_digest mixed", lambda: o._compare_digest("a", b"a")); show("compare_digest non-ascii", lambda: o._compare_digest("\u00e9", "\u00e9"))
class A:
    x = 1; s = "text"
    def m(self, *a, **k): return a, k
A.inner = A()
for make in ("attrgetter('x')", "attrgetter('inner.s')", "attrgetter('x', 'inner.x')", "attrgetter('nope')", "attrgetter('inner.nope')", "attrgetter('')", "attrgetter('a..b')", "attrgetter()", "attrgetter(3)", "attrgetter(x=1)", "itemgetter(1)", "itemgetter(0, -1)", "itemgetter('k')", "itemgetter(slice(1))", "itemgetter()", "itemgetter(9)", "itemgetter([1])", "methodcaller('m')", "methodcaller('m', 1, k=2)", "methodcaller('x')", "methodcaller('nope')", "methodcaller()", "methodcaller(5)", "methodcaller('upper')"):
    for target in A(), [5, 6], "st", {"k": 1, 1: 2, 0: 3, -1: 4}, None: show((make, type(target).__name__), lambda: eval("o." + make)(target))
    show("  self", lambda: (g := eval("o." + make), repr(g), g == eval("o." + make), g.__reduce__()[1:], repr(copy.copy(g)), [repr(pickle.loads(pickle.dumps(g, p))) for p in (0, 2, 5)])[1:]); show("  no target", lambda: eval("o." + make)()); show("  two", lambda: eval("o." + make)(1, 2)); show("  keyword", lambda: eval("o." + make)(obj=1))
