import struct


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for f, v in [("b", -128), ("B", 255), ("h", -2), ("H", 65535), ("i", -3), ("I", 3), ("l", -4), ("L", 4), ("q", -1), ("Q", 1),
    ("n", -5), ("N", 5), ("P", 10), ("e", 1.5), ("f", 3.14), ("d", -0.0), ("?", 2), ("c", b"x"), ("3s", b"ab"), ("4p", b"abcdef"), ("0s", b""),
    ("s", b"xyz")]:
    for order in ("", "@", "=", "<", ">", "!"):
        if f in "nNP" and order not in ("", "@"):
            continue
        data = struct.pack(order + f, v)
        print(order + f, struct.calcsize(order + f), data.hex(), struct.unpack(order + f, data))
for f in ("bi", "ib", "bq", "b0q", "hbl0q", "=bi", "3xb", "x", "2h0i", "  b  i ", "bdb", "?Pe", "10s2p"):
    print(f, struct.calcsize(f), struct.calcsize("<" + f) if "P" not in f and f[0] != "=" else "")
for f, values in [("b", (128,)), ("B", (-1,)), ("h", (40000,)), ("I", (-1,)), ("Q", (2**64,)), ("q", (2**63,)), ("i", ("x",)), ("i", (1.5,)),
    ("c", (b"ab",)), ("c", ("a",)), ("s", ("a",)), ("f", (1e40,)), ("e", (70000.0,)), ("f", ("x",)), ("ii", (1,)), ("i", (1, 2)), ("y", (1,)),
    ("<P", (1,)), ("<n", (1,)), ("3", ()), ("99999999999999999999i", ()), ("?", ([],)), ("d", (10**400,)), ("p", (b"",)), ("300p", (b"x" * 299,)),
    ("@<i", (1,)), ("é", ())]:
    show(f, lambda: struct.pack(f, *values)[:8])
show("short", lambda: struct.unpack("i", b"abc"))
show("long", lambda: struct.unpack("b", b"ab"))
show("float index", lambda: struct.pack("i", type("I", (), {"__index__": lambda s: 7})()))
show("half", lambda: [struct.unpack("<e", struct.pack("<e", x))[0] for x in (65504, 6e-8, 1e-9, float("inf"), 0.1)])
show("nan", lambda: struct.pack(">d", float("nan")).hex())
