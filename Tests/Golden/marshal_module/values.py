import marshal


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


VALUES = [None, True, False, Ellipsis, StopIteration, 0, -1, 2**31, 2**80, -(2**15), 1.5, -0.0, float("inf"), 1j, "", "abc", "é", "\U0001f600",
    "\ud800", b"", b"\xff", (), (1, (2,)), [], [1, [2]], {}, {"a": [1]}, set(), {1}, frozenset({"x"})]
for version in range(5):
    for v in VALUES:
        data = marshal.dumps(v, version)
        back = marshal.loads(data)
        if repr(back) != repr(v):
            print("differs", version, ascii(v), ascii(back))
print([marshal.dumps(v, 2).hex() for v in (None, 5, 1.5, "a", b"b", (1,), [1], {"k": 1}, 2**40)])
l = [1]; shared = [l, l]; back = marshal.loads(marshal.dumps(shared)); print(back, back[0] is back[1] or "not shared")
def f(a, b=2, *c, d=3, **e): return [x for x in c]
code = marshal.loads(marshal.dumps(f.__code__))
print(code.co_name, code.co_varnames, code == f.__code__, eval(marshal.loads(marshal.dumps(compile("1 + 2", "f", "eval")))))
for data in (b"", b"?", b"i\x01", b"(\x05", b"[\x01\x00\x00\x00", b"s\xff\xff\xff\x7f", b"z\x05ab", b"r\x00\x00\x00\x00",
    b"l\x01\x00\x00\x00\xff\xff", b"{N", b"\xe9\x01\x00\x00\x00", b"TT", b"0", b"u\x01\x00\x00\x00\xff", b"I" + b"\xff" * 8, b"f\x03abc", b"y\x00"):
    show(data, lambda: marshal.loads(data))
show("object", lambda: marshal.dumps(object()))
show("nested object", lambda: marshal.dumps([object()]))
show("function", lambda: marshal.dumps(f))
show("subclass", lambda: marshal.dumps(type("I", (int,), {})(5)))
show("depth", lambda: marshal.dumps((d := [], [d := [d] for _ in range(5000)], d)[-1]))
show("version", lambda: marshal.dumps(1, "x"))
show("type", lambda: marshal.loads("x"))
show("trailing", lambda: marshal.loads(marshal.dumps(1) + b"junk"))
show("memoryview", lambda: marshal.loads(memoryview(marshal.dumps([1]))))
import io
s = io.BytesIO(); marshal.dump([1], s); marshal.dump("x", s); s.seek(0); print(marshal.load(s), marshal.load(s), marshal.version)
show("end", lambda: marshal.load(s))
show("dump file", lambda: marshal.dump(1, 5))
show("load text", lambda: marshal.load(io.StringIO("x")))
show("load file", lambda: marshal.load(5))
