# marshal: every type in every version, shared references, recursion, truncation and damage at each byte, files, errors.
import io, marshal, math

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



shared = ("shared", 12345678901)
VALUES = [None, True, ..., StopIteration, 0, -1, 2**31 - 1, -2**31, 2**31, 2**100, -2**15 * 3, 0.0, -0.0, 1.5, math.inf, 1e-300, 2 - 3j, "", "ascii", "x" * 300, "\u00e9\u20ac", "\ud800", b"", b"bytes" * 60, (), (1, "a"), tuple(range(300)), [], [1, [2, [3]]], {}, {"a": 1, 2: (3,)}, set(), {1}, frozenset(), frozenset({"a"}), bytearray(b"ba"), memoryview(b"mv"), [shared, shared, [shared]], ("interned", "interned")]
for version in range(6):
    for value in VALUES:
        data = marshal.dumps(value, version); back = marshal.loads(data)
        same = back == value or value is StopIteration
        print(version, repr(value)[:20] if not isinstance(value, memoryview) else "memoryview", len(data), data[:24] if version in (0, 4) else "", same, type(back).__name__)
for value in (object(), int, len, 1 .__class__, {1: object()}, [lambda: 1], range(3), io.StringIO(), ValueError("x"), type("S", (str,), {})("s"), type("I", (int,), {})(5), type("L", (list,), {})()): show(type(value).__name__, lambda: marshal.loads(marshal.dumps(value)))
loop = []; loop.append(loop); show("loop", lambda: (b := marshal.loads(marshal.dumps(loop)), b[0] is b)[1]); show("loop old", lambda: marshal.dumps(loop, 2)); d = {}; d["d"] = d; show("dict loop", lambda: (b := marshal.loads(marshal.dumps(d)), b["d"] is b)[1])
deep = []
for _ in range(1990): deep = [deep]
show("deep", lambda: str(marshal.loads(marshal.dumps(deep))).count("[") if False else len(marshal.dumps(deep))); [deep := [deep] for _ in range(50)]; show("too deep", lambda: marshal.dumps(deep)); show("too deep to load", lambda: marshal.loads(b"[\x01\0\0\0" * 3000 + b"N"))
sample = marshal.dumps([1, "text", (2.5, b"b"), {"k": None}, 2**70, {1, 2}], 2)
errors = {}
for cut in range(len(sample)):
    try: marshal.loads(sample[:cut])
    except Exception as error: errors.setdefault((type(error).__name__, str(error)), []).append(cut)
print(errors)
for data in (b"", b"\0", b"0", b"?", b"i", b"i\1\0\0", b"[\xff\xff\xff\xff", b"s\xff\xff\xff\xff", b"s\5\0\0\0abc", b"l\1\0\0\0\xff\xff", b"l\0\0\0\0", b"l\1\0\0\0\0\0", b"l\xff\xff\xff\xff\1\0", b"u\1\0\0\0\xff", b"f\3xyz", b"g1234567", b"x\1" + b"1\1" + b"2", b"r\0\0\0\0", b"r\xff\xff\xff\xff", b"[\1\0\0\0r\5\0\0\0", b"{i\1\0\0\0", b"{0", b"{i\1\0\0\0i\2\0\0\0" + b"0", b"<\1\0\0\0[\0\0\0\0", b">\1\0\0\0N", b"R\0\0\0\0", b"t\1\0\0\0a", b"a\2\0\0\0ab", b"A\1\0\0\0\xff", b"Z\2ab", b"z\5ab", b"N trailing", b"(\2\0\0\0N", b")\2NT", b"\xe9\1\0\0\0", b"I\1\0\0\0\0\0\0\0", b"y\0\0\0\0", b"Y\0", b"\xdb\1\0\0\0r\0\0\0\0", b"S", b".", b"F", b"T"):
    show(data, lambda: marshal.loads(data))
f = io.BytesIO(); marshal.dump([1], f); marshal.dump("two", f, 0); f.seek(0); print(marshal.load(f), marshal.load(f)); show("end", lambda: marshal.load(f)); show("not a file", lambda: marshal.load(3)); show("write", lambda: marshal.dump(1, 3)); show("text file", lambda: marshal.load(io.StringIO("N"))); show("short read", lambda: marshal.load(type("R", (), {"read": lambda s, n: b"", "readinto": lambda s, b: 0})())); show("str", lambda: marshal.loads("N")); show("no argument", lambda: marshal.loads()); print(marshal.version, marshal.loads(bytearray(b"N")), marshal.loads(memoryview(b"N")), marshal.dumps("a" * 3, 1), marshal.dumps((("x",) * 3)))
