import binascii as b


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for f in ("hexlify", "b2a_hex", "b2a_base64", "b2a_uu", "b2a_qp", "crc32"):
    for data in (b"", b"a", b"\x00\xff" * 3, bytearray(b"line\nx=\t y "), memoryview(b"mem"), "str", 5):
        show((f, data if not isinstance(data, memoryview) else "view"), lambda: getattr(b, f)(data))
show("sep", lambda: [b.hexlify(b"abcdef", *a) for a in ((":",), (b"-", 2), ("_", -4), ("x", 0), (" ", 99))])
show("bad sep", lambda: b.hexlify(b"ab", "::"))
for text in ("6162", b"6A", "6", "6g", "é1", "", " 61", bytearray(b"00ff")):
    show(("unhex", text), lambda: b.unhexlify(text))
for text in (b"YWJj", "YWI=", b"YQ", b"YQ=", b"Y", b"Y W\nJj", b"YW!Jj", b"====", b"YQ==YQ==", b"", b"YWJj=", b"=YWJ", "é"):
    show(("base64", text), lambda: b.a2b_base64(text))
    show(("  strict", text), lambda: b.a2b_base64(text, strict_mode=True))
show("newline", lambda: b.b2a_base64(b"abc", newline=False))
for text in (b"#86)C\n", b" \n", b"", b"!!!!", b"$AAAA\n", b"#86)", b"~~"):
    show(("uu", text), lambda: b.a2b_uu(text))
show("backtick", lambda: b.b2a_uu(b"\0\0", backtick=True))
show("uu long", lambda: b.b2a_uu(b"x" * 46))
for text in (b"=41=\nb", b"a=3", b"=zz", b"a_b", b"x =\r\ny", b"="):
    show(("qp", text), lambda: (b.a2b_qp(text), b.a2b_qp(text, header=True)))
show("qp options", lambda: [b.b2a_qp(b"a b_\t.\r\n.\n" + b"\xff" * 30, **o) for o in ({}, {"quotetabs": True}, {"istext": False}, {"header": True})])
print(b.crc32(b"abc"), b.crc32(b"c", b.crc32(b"ab")), b.crc_hqx(b"abc", 0), b.crc_hqx(b"abc", 70000), b.crc32(b"", -1), b.Error.__mro__[1],
    b.Incomplete.__mro__[1])
show("crc type", lambda: b.crc_hqx(b"a", "x"))
