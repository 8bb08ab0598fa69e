from array import array, typecodes
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


a = array("i", [1, 2, 3])
a.append(4); a.extend([5, 6]); a.insert(0, 0); a.remove(3); a[1] = 10; a[2:4] = array("i", [7, 8, 9]); del a[0]
print(a, a.typecode, a.itemsize, len(a), a[0], a[-1], a[1:3], a.pop(), a.index(7), a.count(8), 9 in a, a.tolist(), a.tobytes()[:4], a + array("i", [1]), a * 2, a == array("i", a), a < array("i", [99]), a.buffer_info()[1], list(reversed(a)), typecodes)
a.reverse(); a.byteswap(); a.byteswap()
b = array("d", [1.5, 2]); c = array("u", "aé"); d = array("B", b"ab"); e = array("q"); e.frombytes(b"\1" + b"\0" * 7); f = array("f", [0.1])
print(a, b, c, d, e, f, c.tounicode(), memoryview(d)[0], bytes(d), array("b"), array("i", (x for x in range(3))), d.__class__, array("h", [1]) == array("i", [1]), array("i", [1]) == array("d", [1.0]))
show(array, "x")
show(array, "i", [1.5])
show(array, "i", "ab")
show(array, "b", [200])
show(array, "B", [-1])
show(a.append, "a")
show(a.__setitem__, 99, 1)
show(lambda: a[99])
show(lambda: a + [1])
show(lambda: a.__setitem__(slice(0, 1), [1]))
show(array("i").pop)
show(a.remove, 12345)
show(e.frombytes, b"abc")
show(array)
show(hash, a)
show(a.fromlist, [1, "a"])
print(a)
