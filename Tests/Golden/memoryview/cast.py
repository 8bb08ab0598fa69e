def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


data = bytearray(range(8))
m = memoryview(data)
h = m.cast("H")
i = m.cast("I")
print(h.tolist(), i.tolist(), h.shape, h.itemsize, h.format, m.cast("b").tolist(), m.cast("q").tolist(), m.cast("c").tolist()[:2], m.cast("B", (2, 4)).tolist(), m.cast("B", [2, 2, 2]).tolist(), m.cast("B", (2, 4)).shape, m.cast("B", (2, 4)).strides)
h[0] = 0xFFFF
print(data, i[0], memoryview(b"\x00\x00\x80?").cast("f").tolist(), memoryview(b"\x01\x00").cast("?").tolist())
show(m.cast, "x")
show(m[:3].cast, "H")
show(h.cast, "I")
show(m.cast, "B", (3, 3))
show(m[::2].cast, "H")
show(h.__setitem__, 0, 70000)
show(h.__setitem__, 0, 1.5)
two = m.cast("B", (2, 4))
print(two[1, 2], len(two), two.nbytes)
show(two.__getitem__, 0)
show(two.__getitem__, (5, 5))
show(lambda: list(two))
print(memoryview(b"abcd")[1:3][0], memoryview(b"abcd")[::2][1:].tobytes(), memoryview(bytearray(b"abcd"))[2:] == b"cd")
