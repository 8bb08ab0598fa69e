import struct


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


s = struct.Struct(">hb")
print(s, s.format, s.size, s.pack(1, 2), s.unpack(b"\0\1\2"), list(s.iter_unpack(b"\0\1\2\0\3\4")), s.unpack_from(b"xx\0\1\2", 2),
    s.unpack_from(buffer=b"\0\1\2yy", offset=0), s.unpack_from(b"xx\0\1\2", -3))
b = bytearray(6)
print(s.pack_into(b, 1, 5, 6), b, struct.pack_into("<h", memoryview(b), -2, 1), b, struct.unpack_from("b", b, 3))
show("no room", lambda: s.pack_into(b, 4, 1, 2))
show("negative", lambda: s.pack_into(b, -2, 1, 2))
show("far negative", lambda: s.pack_into(b, -20, 1, 2))
show("read only", lambda: s.pack_into(b"abc", 0, 1, 2))
show("few", lambda: s.pack_into(b, 0, 1))
show("no offset", lambda: s.pack_into(b))
show("unpack_from short", lambda: s.unpack_from(b"ab"))
show("unpack_from negative", lambda: s.unpack_from(b"abc", -2))
show("unpack_from offset", lambda: s.unpack_from(b"abcdef", 5))
show("iter size", lambda: s.iter_unpack(b"abcd"))
show("iter empty", lambda: struct.iter_unpack("", b""))
it = s.iter_unpack(b"\0\1\2\0\3\4")
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), next(it), next(it, "end"))
show("format bytes", lambda: struct.Struct(b"<h").format)
show("format type", lambda: struct.Struct(5))
show("format ascii", lambda: struct.Struct("é"))
show("uninitialised", lambda: struct.Struct.__new__(struct.Struct))


class Sub(struct.Struct):
    def __init__(self):
        super().__init__("i")
        self.extra = 1


print(Sub().size, Sub().extra, struct.error.__mro__[1], s.__sizeof__() > 0, struct.Struct("i").format is struct.Struct("i").format)
show("array", lambda: struct.unpack("2h", __import__("array").array("h", [1, 2])))
show("cache", lambda: [struct.calcsize(f"{i}b") for i in range(200)][-1] + (struct._clearcache() or 0))
