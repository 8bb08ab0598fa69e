# array: growth while iterating, byte orders, files, slices, comparisons, buffer locks, pickles, errors.
import array
import copy
import io
import itertools
import os
import pickle
import tempfile
from array import array as A

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



print(array.typecodes, array.ArrayType is A, [(c, A(c).itemsize) for c in array.typecodes])
for code, values in {"b": (-128, 127), "B": (0, 255), "h": (-2**15, 2**15 - 1), "H": (0, 2**16 - 1), "i": (-2**31, 2**31 - 1), "I": (0, 2**32 - 1), "l": (-2**63, 2**63 - 1), "L": (0, 2**64 - 1), "q": (-2**63, 2**63 - 1), "Q": (0, 2**64 - 1)}.items():
    print(A(code, values).tolist(), A(code, values).tobytes().hex())
    for wrong in (values[0] - 1, values[1] + 1, "x", 1.0, None):
        show(f"{code} {wrong!r}", lambda: A(code, [wrong]))
for code, wrong in [("f", "x"), ("d", 1j), ("u", "ab"), ("u", 3), ("u", ""), ("z", []), ("", []), ("ii", []), (3, []), ("i", 5), ("i", "abc"), ("b", b"abc"), ("i", b"abcde"), ("i", b"abcd"), ("u", "h\u00e9\U0001f600"), ("u", b"a\0\0\0"), ("f", [1, True, 2.5]), ("d", A("i", [1, 2])), ("i", A("d", [1.0])), ("u", A("u", "x")), ("i", A("u", "x")), ("B", A("b", [-1])), ("i", {1: 2}), ("i", (x for x in (1, "z")))]:
    show(f"array {code!r} {wrong if not hasattr(wrong, 'gi_code') else 'generator'!r}", lambda: A(code, wrong))
show("keywords", lambda: A("i", initializer=[1])); show("none", lambda: A()); show("three", lambda: A("i", [], 1))
a = A("i", range(10))
for key in (0, -1, 9, 10, -11, slice(2, 5), slice(None, None, -1), slice(1, 9, 3), slice(5, 2), "x", 1.5, None, True):
    show(f"get {key}", lambda: a[key])
for key, value in [(0, 5), (10, 1), (-1, 7), (0, "x"), (slice(0, 2), A("i", [7, 8, 9])), (slice(0, 0), A("i", [1])), (slice(None, None, 2), A("i", [0] * 6)), (slice(None, None, 2), A("i", [0])), (slice(0, 1), [1]), (slice(0, 1), A("h", [1])), (slice(5, 2), A("i", [42])), ("x", 1), (slice(3, 6), A("i"))]:
    show(f"set {key} {value!r}", lambda: (b := a[:], b.__setitem__(key, value), b.tolist())[2])
for key in (0, -1, 10, slice(2, 4), slice(None, None, 3), slice(None), slice(None, None, -2), "x"):
    show(f"delete {key}", lambda: (b := a[:], b.__delitem__(key), b.tolist())[2])
a[2:4] = a
print(a, len(a), a.count(3), a.index(3), a.index(1, 1), a.index(0, 1, -1))
for label, call in {"index missing": lambda: a.index(99), "index range": lambda: a.index(9, 0, 3), "remove": lambda: a.remove(99), "pop": lambda: (a.pop(), a.pop(0), a.pop(-2)), "pop far": lambda: a.pop(99), "pop empty": lambda: A("b").pop(), "insert": lambda: (a.insert(-100, -5), a.insert(100, 77), a.insert(1, 6), a.tolist()), "insert bad": lambda: a.insert(0, "x"),
    "extend": lambda: (a.extend([1, 2]), a.extend(A("i", [3])), len(a)), "extend type": lambda: a.extend(A("h", [3])), "extend bad": lambda: a.extend([1, "x"]), "after bad": lambda: a[-1], "extend int": lambda: a.extend(3), "extend self": lambda: (b := A("b", [1, 2]), b.extend(b), b)[2], "fromlist": lambda: (b := A("b"), b.fromlist([1, 2]), b)[2],
    "fromlist bad": lambda: (b := A("b", [9]), show("inner", lambda: b.fromlist([1, 2, 999])), b)[2], "fromlist tuple": lambda: a.fromlist((1,)), "frombytes": lambda: (b := A("h"), b.frombytes(b"\1\0\2\0"), b)[2], "frombytes odd": lambda: A("h").frombytes(b"abc"), "frombytes str": lambda: A("h").frombytes("ab"), "fromunicode": lambda: (b := A("u"), b.fromunicode("h\u00e9"), b.tounicode())[2],
    "fromunicode i": lambda: a.fromunicode("x"), "tounicode i": lambda: a.tounicode(), "byteswap": lambda: (b := A("h", [1, 256]), b.byteswap(), b)[2], "byteswap d": lambda: (b := A("d", [1.0]), b.byteswap(), b.tobytes().hex())[2], "reverse": lambda: (b := A("d", [1, 2, 3]), b.reverse(), b)[2], "buffer_info": lambda: A("i", [1, 2, 3]).buffer_info()[1],
    "add": lambda: A("b", [1]) + A("b", [2]), "add list": lambda: A("b") + [1], "add type": lambda: A("b") + A("h"), "iadd": lambda: (b := A("b", [1]), b.__iadd__(b), b)[2], "iadd list": lambda: A("b").__iadd__([1]), "mul": lambda: (A("b", [1, 2]) * 3, 2 * A("b", [7]), A("b", [1]) * -1, A("b", [1]) * 0), "mul float": lambda: A("b") * 1.5, "imul": lambda: (b := A("h", [5, 6]), b.__imul__(2), b)[2],
    "huge": lambda: A("q", [1]) * 2**62, "contains": lambda: (3 in a, "x" in a, 3.0 in a), "append": lambda: (b := A("f"), b.append(1), b.append(0.1), b)[3], "append str": lambda: A("f").append("x"), "hash": lambda: hash(a), "nan": lambda: A("d", [float("nan")]).count(float("nan"))}.items():
    show(label, call)
print(A("i", [1, 2]) == A("d", [1, 2]), A("i", [1, 2]) < A("i", [1, 3]), A("i", [1]) < A("i", [1, 0]), A("i") == [], A("u", "a") == A("i", [97]), A("b", [1]) >= A("h", [1]), A("d", [float("nan")]) == A("d", [float("nan")]), A("i", [2]) > A("f", [1.5])); show("order", lambda: A("i") < [])
print([repr(A(c)) for c in "bud"], repr(A("u", "a'b")), repr(A("d", [1, float("inf"), -0.0])), repr(A("f", [0.1])), str(A("L", [2**64 - 1])))
class Sub(A):
    def __new__(cls, code, data=(), tag=None):
        self = super().__new__(cls, code, data); self.tag = tag; return self
s = Sub("h", [1, 2], "t")
print(s, type(s[:1]).__name__, type(s + s).__name__, type(s * 2).__name__, type(copy.copy(s)).__name__, copy.copy(s).tag, copy.deepcopy(s), s.__reduce_ex__(2), A("u", "xy").__reduce_ex__(3)[1], A("i", [1]).__reduce_ex__(3)[0].__name__)
for protocol in range(6):
    print(pickle.loads(pickle.dumps(A("d", [1.5, -2]), protocol)), pickle.loads(pickle.dumps(s, protocol)).tag, pickle.loads(pickle.dumps(A("u", "\u00e9\U0001f600"), protocol)), end=" ")
print()
grow = A("i", [1]); out = []
for x in grow:
    out.append(x)
    if len(grow) < 5: grow.append(x + 1)
it = iter(grow); next(it)
print(out, list(itertools.islice(iter(A("u", "abc")), 2)), it.__reduce__()[1:], list(pickle.loads(pickle.dumps(it))), list(reversed(grow)), it.__setstate__(3), list(it), it.__reduce__())
with tempfile.TemporaryFile() as f:
    A("h", range(4)).tofile(f); f.seek(0); b = A("h"); b.fromfile(f, 2); print(b); show("fromfile short", lambda: b.fromfile(f, 9)); print(b); show("fromfile negative", lambda: b.fromfile(f, -1))
show("tofile", lambda: A("b").tofile(3)); show("fromfile str", lambda: A("b").fromfile(io.StringIO("xx"), 1)); show("fromfile bytes io", lambda: (b := A("b"), b.fromfile(io.BytesIO(b"abc"), 2), b)[2])
v = memoryview(grow)
for label, call in {"append": lambda: grow.append(1), "pop": lambda: grow.pop(), "extend": lambda: grow.extend([1]), "extend nothing": lambda: grow.extend([]), "delete": lambda: grow.__delitem__(0), "same size": lambda: grow.__setitem__(slice(0, 1), A("i", [5])), "other size": lambda: grow.__setitem__(slice(0, 1), A("i")), "imul": lambda: grow.__imul__(2), "frombytes": lambda: grow.frombytes(b"abcd"), "reverse": lambda: grow.reverse(), "byteswap": lambda: grow.byteswap()}.items():
    show("locked " + label, call)
print(array._array_reconstructor(A, "b", 1, b"\xff\1"), array._array_reconstructor(A, "i", 6, b"\0\0\1\0")); show("reconstructor", lambda: array._array_reconstructor(A, "i", 99, b"")); show("reconstructor type", lambda: array._array_reconstructor(list, "i", 6, b"")); show("reconstructor code", lambda: array._array_reconstructor(A, "z", 6, b""))
