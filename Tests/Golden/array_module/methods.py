import array
import io
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


a = array.array("i", range(6))
print(a.append(9), a.extend([1, 1]), a.extend(array.array("i", [7])), a, a.count(1), a.index(1), a.index(1, 2), a.insert(2, 50), a.insert(-100, 60),
    a.pop(), a.pop(0), a.remove(50), a.reverse(), a, a.tolist())
print(a[2], a[-1], a[1:5:2], a[::-1], 9 in a, len(a), list(a), a.buffer_info()[1], a.byteswap(), a[0], a.byteswap(), a * 0, 2 * a[:2])
a[1:3] = array.array("i", [100, 200, 300]); print(a)
a[::2] = array.array("i", [0] * len(a[::2])); print(a)
del a[0], a[1:3], a[::3]; print(a)
a += array.array("i", [5]); a *= 2; print(a)
for label, call in {"index": lambda: a[99], "set": lambda: a.__setitem__(99, 1), "set type": lambda: a.__setitem__(0, "x"),
    "slice list": lambda: a.__setitem__(slice(0, 1), [1]), "slice code": lambda: a.__setitem__(slice(0, 1), array.array("d")),
    "slice size": lambda: a.__setitem__(slice(0, 4, 2), array.array("i", [1])), "pop": lambda: array.array("i").pop(), "pop range": lambda: a.pop(99),
    "remove": lambda: a.remove(12345), "find": lambda: a.index(12345), "extend": lambda: a.extend(array.array("d", [1])),
    "extend str": lambda: a.extend(["x"]), "fromlist": lambda: a.fromlist((1,)), "fromlist bad": lambda: a.fromlist([1, "x"]),
    "frombytes": lambda: a.frombytes(b"abc"), "tounicode": lambda: a.tounicode(), "fromunicode": lambda: a.fromunicode("x"),
    "str index": lambda: a["x"], "iadd": lambda: a.__iadd__([1])}.items():
    show(label, call)
print(a)
f = io.BytesIO()
array.array("h", [1, 2, 3]).tofile(f); f.seek(0)
b = array.array("h"); show("fromfile", lambda: b.fromfile(f, 2)); show("short", lambda: b.fromfile(f, 5)); print(b)
u = array.array("u", "añ"); u.fromunicode("\U0001f600"); print(u, u.tounicode(), u[::-1].tounicode())
print([pickle.loads(pickle.dumps(a, p)) == a for p in range(6)], __import__("copy").copy(a) == a,
    array.array("i").__iter__().__length_hint__() if False else "", memoryview(a).format, memoryview(a).nbytes, bytes(memoryview(a)[:1]))
v = memoryview(a)
show("exported", lambda: a.append(1)); show("exported del", lambda: a.__delitem__(0)); a[0] = 77; print(v[0]); v.release(); a.append(1); print(a[-1])


class Sub(array.array):
    def __init__(self, *a): self.extra = 1


s = Sub("i", [1])
print(repr(s), s.extra, type(s[:]), type(s + s), type(s * 2))
it = iter(a)
print(next(it), pickle.loads(pickle.dumps(it)).__next__())
show("generic", lambda: array.array[int])
print(array.ArrayType is array.array)
