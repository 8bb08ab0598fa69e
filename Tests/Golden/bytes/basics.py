def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], len(b), b + b"!", b * 2, 104 in b, b"ell" in b, list(b"ab"), max(b), sorted(b), b"" == bytes())
print(bytes(3), bytes([1, 2, 255]), bytes(range(3)), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes((65, 66)), bytes(memoryview(b"mv")), bytes(x for x in (1, 2)))
show(bytes, "a")
show(bytes, [256])
show(bytes, [-1])
show(bytes, ["a"])
show(bytes, -1)
show(bytes, 1.5)
show(bytes, None)
show(bytes, 1, "utf-8")
show(bytes, "a", "nosuch")
show(bytes, "é", "ascii")
show(bytes, [1.5])
show(bytes, 10 ** 30)
show(bytes, object())


class B:
    def __bytes__(self):
        return b"custom"


class I:
    def __index__(self):
        return 2


class Bad:
    def __bytes__(self):
        return "str"


print(bytes(B()), bytes(I()), bytes([I(), 3]))
show(bytes, Bad())
print(str(b"a"), repr(b"\x00\t\n\r\\'\"\x80"), f"{b'x'}", f"{b'x'!r:>6}", "%s" % b"a", hash(b"abc") == hash("abc"), hash(b""), b"a" < b"b", b"a" == "a")
