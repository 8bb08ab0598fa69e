def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


data = bytearray(b"abcdef")
m = memoryview(data)
print(m[0], m[-1], bytes(m[1:3]), len(m), m.tolist(), m.tobytes(), m.nbytes, m.itemsize, m.format, m.shape, m.strides, m.ndim, m.readonly, m.contiguous, m.c_contiguous, m.suboffsets)
m[0] = 90
m[1:3] = b"YX"
print(data, m == data, m == b"ZYXdef", m[::2].tolist(), m[::-1].tobytes(), m[::2].contiguous, m[4:].obj is data, m.hex(), m.hex(":"), list(m), 90 in m, m[1:].tobytes("C"))
r = memoryview(b"abc")
show(r.__setitem__, 0, 1)
show(m.__setitem__, 0, 256)
show(m.__setitem__, 0, "a")
show(m.__setitem__, slice(0, 2), b"abc")
show(m.__getitem__, 10)
show(m.__getitem__, "a")
show(memoryview, "abc")
show(memoryview, 5)
show(memoryview)
show(hash, m)
print(hash(r) == hash(b"abc"), r.toreadonly().readonly, m.toreadonly().readonly)
with memoryview(b"xy") as w:
    print(w[0])
show(w.__getitem__, 0)
show(len, w)
show(w.tobytes)
print(memoryview(b"ab") == memoryview(b"ab"), memoryview(b"a") != b"b", b"".join([memoryview(b"q"), b"r"]), bytes(memoryview(bytearray(b"zz"))), isinstance(m, memoryview), m.__class__)
show(m.__delitem__, 0)
