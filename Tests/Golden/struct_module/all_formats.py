# Every code of struct in every byte order: sizes, alignment, limits, padding, iter_unpack, offsets, errors to the word.
import struct

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



CODES = "x c b B ? h H i I l L q Q n N e f d s p P".split()
for order in ("", "@", "=", "<", ">", "!"):
    print(repr(order), [(c, size(order + c)) for c in CODES] if (size := lambda f: None if (order not in ("", "@") and f[-1] in "nNP") else struct.calcsize(f)) else 0)
    for code in "nNP":
        if order not in ("", "@"):
            show(order + code, lambda: struct.calcsize(order + code))
LIMITS = {"b": 7, "h": 15, "i": 31, "l": 63, "q": 63, "n": 63}
for order in ("@", "<", ">"):
    for code in "bhilqn":
        if code == "n" and order != "@":
            continue
        bits = 31 if code == "l" and order != "@" else LIMITS[code]
        for value in (-2**bits, 2**bits - 1, -2**bits - 1, 2**bits):
            show(f"{order}{code} {value}", lambda: struct.pack(order + code, value).hex())
        for value in (0, 2**(bits + 1) - 1, -1, 2**(bits + 1)):
            show(f"{order}{code.upper()} {value}", lambda: struct.pack(order + code.upper(), value).hex())
for form in ("", "  ", "x", "3x", "0s", "5s", "5p", "1p", "0p", "s", "ci", "ic", "cxi", "b0i", "b0q", "bhilq", "3c2h", "2?", "bxxd", "=bd", "i b", "\ti\n", "256p", "10x2s"):
    show(f"size {form!r}", lambda: struct.calcsize(form))
for form in ("z", "3", "i3", "<>", "<<i", "i<", "-1i", "99999999999999999999i", "9223372036854775807q", "i\0", "\u00e9", b"i", b"\xff", 3, None, " <i", "1 i", "@", "3 s"):
    show(f"format {form!r}", lambda: struct.calcsize(form))
print(struct.pack("5s3s0s", b"ab", b"abcdef", b"q"), struct.pack("5p3p1p", b"ab", b"abcdef", b"q"), struct.unpack("5p3p1p", b"\x02ab\0\0\x09ab\x05"), struct.pack("300p", b"x" * 299)[0], struct.unpack("3s", b"a\0b"))
for form, values in [("i", ()), ("i", (1, 2)), ("i", ("1",)), ("i", (1.0,)), ("f", ("x",)), ("f", (1e39,)), ("e", (65520.0,)), ("e", (65519.99,)), ("d", (10**400,)), ("c", (b"",)), ("c", (b"ab",)), ("c", ("a",)), ("c", (97,)), ("s", ("a",)), ("s", (bytearray(b"z"),)),
    ("p", (3,)), ("?", ([],)), ("?", ("x",)), ("P", (-1,)), ("P", (2**64,)), ("B", (None,)), ("2i", (1,)), ("x", (1,)), ("xx", ()), ("b", (True,)), ("q", (2**63 - 1,)), ("f", (float("inf"),)), ("f", (float("nan"),)), ("e", (5.96e-8,)), ("e", (2.9e-8,)), ("<f", (1e-46,)), ("e", (float("-inf"),))]:
    show(f"pack {form} {values}", lambda: struct.pack(form, *values))


class Index:
    def __index__(self): return 300
class Floaty:
    def __float__(self): return 2.5
class Falsy:
    def __bool__(self): raise RuntimeError("no truth")
show("index", lambda: struct.pack("<h", Index())); show("index overflow", lambda: struct.pack("b", Index())); show("float", lambda: struct.pack("<f", Floaty())); show("bool", lambda: struct.pack("?", Falsy())); show("int of float", lambda: struct.pack("i", Floaty()))
data = bytes(range(20))
show("unpack short", lambda: struct.unpack("i", b"abc")); show("unpack long", lambda: struct.unpack("<i", b"abcde")); show("unpack str", lambda: struct.unpack("i", "abcd")); show("unpack_from", lambda: struct.unpack_from("<hb", data, 3)); show("negative", lambda: struct.unpack_from("<h", data, -2))
for offset in (19, 20, 21, -1, -20, -21, 2**70, "x", 1.5):
    show(f"unpack_from {offset}", lambda: struct.unpack_from("<H", data, offset))
    show(f"pack_into {offset}", lambda: (b := bytearray(20), struct.pack_into("<H", b, offset, 513), b.hex(" ", 4).replace("00", "."))[2])
show("keywords", lambda: struct.unpack_from(format="<h", buffer=data, offset=1)); show("buffer keyword", lambda: struct.Struct("<h").unpack_from(buffer=data)); show("pack_into read only", lambda: struct.pack_into("h", b"abcd", 0, 1)); show("pack_into arguments", lambda: struct.pack_into("h", bytearray(2)))
show("pack_into one", lambda: struct.pack_into("h")); show("pack none", lambda: struct.pack()); show("pack_into count", lambda: struct.pack_into("hh", bytearray(4), 0, 1))
for form, source in [("<hh", data), ("<hh", data[:6]), ("<b", b""), ("", b"abc"), ("4s", data), ("<hx", data[:9]), ("?", b"\0\1\2"), ("i", "abcd"), ("0s", b"x")]:
    show(f"iter_unpack {form}", lambda: list(struct.iter_unpack(form, source)))
it = struct.iter_unpack("<I", data)
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, "end"))
st = struct.Struct("<2h3s?")
print(st.format, st.size, st.pack(1, 2, b"abc", True), st.unpack(st.pack(-1, 2, b"abc", [])), repr(st) == f"<{st.__class__.__module__}.Struct object at {id(st):#x}>", struct.Struct(b"i").format, struct.Struct(st.format).size)
show("init again", lambda: (st.__init__(">q"), st.format, st.size)); show("new", lambda: struct.Struct.__new__(struct.Struct).size); show("no arguments", lambda: struct.Struct()); show("format assign", lambda: setattr(st, "format", "i")); show("copy", lambda: __import__("copy").copy(st)); show("compare", lambda: (struct.Struct("i") == struct.Struct("i"), isinstance(hash(st), int)))
class Sub(struct.Struct):
    def __init__(self, form, extra): super().__init__(form); self.extra = extra
show("subclass", lambda: (Sub("<i", 5).pack(7), Sub("<i", 5).extra)); show("clear", struct._clearcache); show("error", lambda: (struct.error.__module__, struct.error.__mro__[1]))
