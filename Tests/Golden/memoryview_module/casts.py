# memoryview: casts between formats and shapes, slices, comparisons, assignment, release, the errors of each.
import array

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



raw = bytearray(range(48))
m = memoryview(raw)
for form in "c b B @b h H i I l L q Q n N f d ? P e x s 3s <i =i >h @i ii u w p z".split() + ["", "@", "B "]:
    show(f"cast {form!r}", lambda: (c := m.cast(form), c.format, c.itemsize, c.shape, c.strides, c.nbytes, len(c))[1:])
for form in "cbB?hHiIlLqQnNP":
    show(f"value {form}", lambda: (m.cast(form)[1], m.cast(form)[-1]))
for form, value in {"c": b"z", "b": -1, "B": 255, "?": 5, "h": -2, "H": 65535, "i": -3, "I": 2**32 - 1, "q": -2**63, "Q": 2**64 - 1, "f": 0.1, "d": 0.1, "n": -1, "N": 1, "P": 2**64 - 1}.items():
    target = memoryview(bytearray(16)).cast(form)
    target[1] = value
    print(form, target[1], target.tobytes().hex(), target.tolist()[:2])
for form, values in {"c": (b"ab", "x", 3), "b": (128, -129, "x", 1.5), "B": (256, -1, b"x"), "h": (2**15,), "Q": (-1, 2**64), "q": (2**63,), "f": ("x", 1e300), "d": ("x", 1j), "?": ([],), "P": (-1, 2**64)}.items():
    target = memoryview(bytearray(16)).cast(form)
    for value in values:
        show(f"store {form} {value!r}", lambda: target.__setitem__(0, value) or target[0])
s = m.cast("B", [4, 3, 4])
print(s.ndim, s.shape, s.strides, s.tolist()[0], s[1, 2, 3], s[-1, -1, -1], s.contiguous, s.c_contiguous, s.f_contiguous, s.suboffsets, len(s))
for key in ((0,), 0, (4, 0, 0), (0, 0, 0, 0), (slice(None), 0, 0), (slice(1),), slice(1, 3), "x", (0, "x", 0), Ellipsis, (), 1.5, None):
    show(f"index {key!r}", lambda: s[key])
for label, call in {"shape product": lambda: m.cast("B", [7]), "shape zero": lambda: m.cast("B", [0]), "shape negative": lambda: m.cast("B", [-48]), "shape type": lambda: m.cast("B", 48), "shape item": lambda: m.cast("B", ["x"]),
    "shape empty": lambda: memoryview(b"a").cast("B", []).tolist(), "too many dimensions": lambda: m.cast("B", [1] * 65), "format type": lambda: m.cast(3), "nonbyte": lambda: m.cast("i").cast("h"),
    "back": lambda: m.cast("i").cast("B") == m, "n to 1": lambda: s.cast("B").shape, "n to n": lambda: s.cast("B", [2, 24]), "odd length": lambda: memoryview(b"abc").cast("h"), "slice cast": lambda: m[::2].cast("b"),
    "tuple shape": lambda: m.cast("h", (4, 6)).tolist()[3], "hash": lambda: hash(m), "hash readonly": lambda: hash(memoryview(b"ab")) == hash(b"ab"), "hash format": lambda: hash(memoryview(b"abcd").cast("i")),
    "toreadonly": lambda: (m.toreadonly().readonly, hash(m.toreadonly()) == hash(bytes(m)))}.items():
    show(label, call)
v = memoryview(bytearray(b"abcdefgh"))
v[1:3] = b"XY"; v[::4] = b"01"; v[-2:] = memoryview(b"??"); v[3] = 90
print(v.tobytes(), v[::-1].tobytes(), v[::-2].strides, v[5:2].tobytes(), v[2:6][1:3].tobytes(), v[::3].tolist(), bytes(v[::-1][1:3]))
for label, call in {"longer": lambda: v.__setitem__(slice(0, 2), b"abc"), "format": lambda: v.__setitem__(slice(0, 4), array.array("i", [1])), "delete": lambda: v.__delitem__(0), "text": lambda: v.__setitem__(0, "x"),
    "range": lambda: v[99], "store range": lambda: v.__setitem__(99, 1), "read only": lambda: memoryview(b"ab").__setitem__(0, 1), "overlap": lambda: (v.__setitem__(slice(1, 8), v[0:7]), v.tobytes()), "int": lambda: memoryview(3),
    "str": lambda: memoryview("x"), "none": lambda: memoryview(), "attribute": lambda: setattr(v, "x", 1), "subclass": lambda: type("M", (memoryview,), {}), "iter": lambda: list(memoryview(b"ab")), "contains": lambda: (97 in memoryview(b"ab"), b"a" in memoryview(b"ab")),
    "reversed": lambda: list(reversed(memoryview(b"abc"))), "hex": lambda: (memoryview(b"abcd").hex(), memoryview(b"abcd").hex(":"), memoryview(b"abcd").hex("-", 3), v[::3].hex("_", -2)), "order": lambda: memoryview(b"a") < memoryview(b"b"),
    "tobytes order": lambda: (m.cast("B", [6, 8]).tobytes("F")[:7], m.cast("B", [6, 8]).tobytes(None)[:3], m.cast("B", [6, 8]).tobytes("A")[:3]), "bad order": lambda: v.tobytes("Z")}.items():
    show(label, call)
a = array.array("i", [1, 2, 3]); d = array.array("d", [1.0, 2.0, 3.0])
print(memoryview(a) == memoryview(d), memoryview(a) == a, memoryview(a) == array.array("h", [1, 2, 3]), memoryview(a)[:2] == memoryview(a)[1:], memoryview(b"ab") == b"ab", memoryview(b"ab") == "ab", memoryview(array.array("d", [float("nan")])) == memoryview(array.array("d", [float("nan")])),
    memoryview(b"abcd").cast("B", [2, 2]) == memoryview(b"abcd"), memoryview(b"ab") != bytearray(b"ab"), memoryview(array.array("f", [0.5])) == memoryview(array.array("d", [0.5])))
show("array is locked", lambda: a.append(4)) if memoryview(a) is None else None
held = memoryview(a)
show("array is locked", lambda: a.append(4))
inner = held[1:]
held.release(); held.release()
show("still locked", lambda: a.append(4))
inner.release()
show("free", lambda: (a.append(4), a.tolist()))
for name in "tobytes tolist release hex toreadonly".split() + ["__len__", "__repr__", "__enter__", "__hash__"]:
    show("released " + name, lambda: getattr(inner, name)())
for name in "nbytes shape strides format itemsize ndim obj readonly contiguous suboffsets".split():
    show("released " + name, lambda: getattr(inner, name))
print(inner == inner, inner == memoryview(b""), "released" in repr(inner))
with memoryview(b"abc") as w:
    show("exports", lambda: (x := memoryview(w), x.release(), w.release(), "done")[3])
show("slice keeps", lambda: memoryview(memoryview(memoryview(b"abcdef")[1:])[1:])[1:].tobytes())
print(memoryview(b"").tolist(), memoryview(b"").shape, memoryview(b"") == b"", memoryview(bytearray())[:].nbytes, memoryview(b"xyz").obj, m.obj is raw)
