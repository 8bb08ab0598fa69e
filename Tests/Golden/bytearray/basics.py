def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


b = bytearray(b"hello")
b[0] = 72
b[-1:] = b"O!"
b.append(33)
b.extend([1, 2])
b += b"zz"
print(b, len(b), b[0], b[1:3], type(b[1:3]))
del b[0]
del b[::2]
b.insert(1, 65)
print(b, b.pop(), b.pop(0), b)
b.remove(65)
b.reverse()
print(b, b.copy(), b.copy() is b)
b.clear()
print(b, bool(b))
b *= 3
c = bytearray(b"abc")
c *= 2
c[1:2] = [1, 2, 3]
c[::3] = b"XYZ"
print(c, c == bytes(c), bytearray(3), bytearray([65]), bytearray("é", "utf-8"), bytearray(), c.find(b"Y"), c.upper(), type(c.upper()), c.split(b"Y"), c.hex(), c.decode("latin-1"))
c[1:1] = b"in"
c[5:2] = b"odd"
print(c, c[::-1], 66 in c, b"in" in c, c.count(b"a"), c.__alloc__() > len(c), c.replace(b"in", b""), c.join([b"1", b"2"]))
show(hash, c)
show(c.append, 256)
show(c.append, "a")
show(c.extend, "ab")
show(c.extend, [300])
show(c.extend, 5)
show(c.remove, 250)
show(bytearray().pop)
show(c.pop, 100)
show(c.__setitem__, 0, -1)
show(c.__setitem__, 0, "a")
show(c.__setitem__, slice(0, 2), "ab")
show(c.__setitem__, slice(None, None, 2), b"a")
show(c.__setitem__, 100, 1)
show(c.__delitem__, 100)
show(bytearray, "a")
print(bytearray.fromhex("6162"), bytearray(b"a") + b"b", b"a" + bytearray(b"b"), type(b"a" + bytearray(b"b")), type(bytearray(b"b") + b"a"), bytearray(b"%d") % 5)
