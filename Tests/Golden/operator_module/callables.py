import operator as op
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


ig, ag, mc = op.itemgetter(1, -1), op.attrgetter("real", "imag.real"), op.methodcaller("split", ",", maxsplit=1)
print(ig, ig("abc"), op.itemgetter("k")({"k": 1}), op.itemgetter(slice(1, 3))("abcd"), ag, ag(3 + 4j), op.attrgetter("__class__.__name__")(5), mc,
    mc("a,b,c"), op.methodcaller("upper")("x"))
for f in (ig, ag, mc, op.methodcaller("m", 1)):
    print([repr(pickle.loads(pickle.dumps(f, p))) == repr(f) for p in range(6)], f.__reduce__()[1][:1], hash(f) == hash(f), f == f)
for label, call in {"no item": lambda: op.itemgetter(), "no attr": lambda: op.attrgetter(), "attr type": lambda: op.attrgetter(1),
    "no method": lambda: op.methodcaller(), "method type": lambda: op.methodcaller(1), "missing": lambda: op.itemgetter(9)("a"),
    "missing attr": lambda: op.attrgetter("a.b")(1), "missing method": lambda: op.methodcaller("q")(1), "two args": lambda: ig(1, 2),
    "keyword": lambda: ig(obj="ab"), "item keywords": lambda: op.itemgetter(1, x=2),
    "length_hint": lambda: [op.length_hint(v) for v in ([1], iter([1, 2]), range(5), (i for i in "a"))],
    "hint default": lambda: op.length_hint(object(), 7), "hint type": lambda: op.length_hint([], "x"),
    "hint bad": lambda: op.length_hint(type("H", (), {"__length_hint__": lambda s: "x"})()),
    "hint negative": lambda: op.length_hint(type("H", (), {"__length_hint__": lambda s: -1})()),
    "hint none": lambda: op.length_hint(type("H", (), {"__length_hint__": lambda s: NotImplemented})(), 3), "index": lambda: op.index(True),
    "index bad": lambda: op.index(1.5), "countOf": lambda: op.countOf([1, 1.0, True, 2], 1), "indexOf": lambda: op.indexOf("abc", "c"),
    "indexOf missing": lambda: op.indexOf([1], 2), "countOf type": lambda: op.countOf(5, 1), "concat": lambda: op.concat([1], [2]),
    "concat bad": lambda: op.concat(1, 2), "iconcat": lambda: op.iconcat([1], (2,)), "contains": lambda: op.contains("abc", "b"),
    "truth": lambda: (op.truth([]), op.not_([])), "is": lambda: (op.is_(None, None), op.is_not(1, None)),
    "call": lambda: op.call(max, 1, 2, key=lambda v: -v), "setitem": lambda: (l := [1], op.setitem(l, 0, 5), op.delitem(l, 0), l)[-1],
    "getitem": lambda: op.getitem("ab", 1), "matmul": lambda: op.matmul(1, 2), "imatmul": lambda: op.imatmul(1, 2),
    "pow": lambda: (op.pow(2, 3), op.ipow(2, 4)), "floordiv": lambda: op.ifloordiv(7, 2),
    "compare": lambda: (op.lt(1, 2), op.ge("a", "b"), op.ne(1, 1.0)), "compare bad": lambda: op.lt(1, "a"),
    "digest": lambda: (op._compare_digest("a", "a"), op._compare_digest(b"a", bytearray(b"b"))),
    "digest mixed": lambda: op._compare_digest("a", b"a"), "digest unicode": lambda: op._compare_digest("é", "é"),
    "in place": lambda: [f(6, 3) for f in (op.iadd, op.isub, op.imul, op.itruediv, op.imod, op.iand, op.ior, op.ixor, op.ilshift, op.irshift)]}.items():
    show(label, call)
print(sorted(op.__all__)[:8], op.add is op.__add__, op.itemgetter(1).__class__, op.attrgetter("a").__call__.__name__, op.inv(5),
    op.__inv__ is op.inv if False else "")
