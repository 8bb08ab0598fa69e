import struct
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4, -5, 6), struct.pack(">hI", 1, 2), struct.pack("!f", 1.5), struct.pack("<d", -0.1), struct.pack("?c3s5px", True, b"c", b"ab", b"xyz"), struct.pack("<2h0s", 1, 2, b""), struct.pack("@bi", 1, 2), struct.pack("=bi", 1, 2), struct.pack("<e", 1.5), struct.pack("4x"), struct.pack("<3s", b"abcdef"))
print(struct.unpack("<hI", b"\x01\x00\x02\x00\x00\x00"), struct.unpack(">d", struct.pack(">d", 3.14)), struct.unpack("3s2x?", b"abc\0\0\1"), struct.unpack_from("<H", b"\0\1\2\3", 1), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("P"), struct.calcsize("qb0q"))
buf = bytearray(6)
struct.pack_into(">H", buf, 2, 0x4142)
s = struct.Struct("<Hb")
print(buf, s.size, s.format, s.pack(1, -1), s.unpack(b"\1\0\xff"))
show(struct.pack, "b", 200)
show(struct.pack, "B", -1)
show(struct.pack, "h", 1.5)
show(struct.pack, "b")
show(struct.pack, "b", 1, 2)
show(struct.pack, "z", 1)
show(struct.pack, "s", "a")
show(struct.pack, "c", b"ab")
show(struct.pack, "f", "a")
show(struct.pack, "<f", 1e300)
show(struct.pack, "Q", 2 ** 64)
show(struct.unpack, "h", b"a")
show(struct.unpack_from, "I", b"ab")
show(struct.pack_into, "I", bytearray(2), 0, 1)
show(struct.calcsize, "5")
show(lambda: list(struct.iter_unpack("h", b"abc")))
show(struct.pack, "?", [])
