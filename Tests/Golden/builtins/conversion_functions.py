def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(bin(5), bin(-5), bin(0), hex(255), hex(-255), oct(8), oct(-8), bin(True), hex(2 ** 70), chr(65), chr(0x1F600), ord("A"), ord(b"A"), ord("😀"), bool(5), int("5"), float("1.5"), complex("1j"), str(5), list("ab"), tuple("ab"), set("aa"), dict(a=1), bytes(2), bytearray(1), frozenset("a"))
for f in (bin, hex, oct, chr, ord, len, abs, iter, int, float):
    show(f, None)
show(bin, 1.5)
show(hex, "a")
show(chr, 1114112)
show(chr, -1)
show(ord, "ab")
show(oct)


class I:
    def __index__(self): return 10


class Bad:
    def __index__(self): return "x"


print(bin(I()), hex(I()), oct(I()), chr(I()) == "\n", "abc"[:I()])
show(bin, Bad())
show(lambda: [1][Bad()])
