# Strict base64, quoted-printable, uu, hex with separators, crc: wrong input and its exact words.
import binascii as b

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



for data in (b"", b"YQ==", b"YWI=", b"YWJj", b"YQ=", b"YQ", b"Y", b"=", b"==", b"===", b"=YQ==", b"Y=Q=", b"YQ==YQ==", b"YQ==\n", b"Y Q = =", b"YQ==!", b"!YQ==", b"Y!Q==", b"YWJj=", b"YWJj====", b"YQ=a=", b"A\nB\nC\nD", b"\xff\xfe", b"____", b"-_-_", b"YWI=YWI=", b"Y===", b"ab=c", b"a"):
    show(data, lambda: b.a2b_base64(data)); show("   strict", lambda: b.a2b_base64(data, strict_mode=True))
for data in (b"", b"a", b"ab", b"abc", b"\xff" * 50):
    print(b.b2a_base64(data), b.b2a_base64(data, newline=False), b.hexlify(data)[:20])
for data in (b"=41", b"=4", b"=", b"=\n", b"=\r\nx", b"=4g", b"==41", b"a_b", b"=e9", b"=E9=", b"x=  \ny", b"=41=42\n=43", b"a\r\nb", b"_=5F"):
    print(data, b.a2b_qp(data), b.a2b_qp(data, header=True))
for data in (b"plain", b"a=b", b"trail \n", b"trail\t", b"\x00\xff", b"a_b c", b".", b"\n.\n", b"x" * 80, b"tab\tmid", b" lead", b"cr\rlf\r\n", b"e\xe9" * 30):
    print(data[:12], b.b2a_qp(data), b.b2a_qp(data, quotetabs=True)[:30], b.b2a_qp(data, istext=False)[:30], b.b2a_qp(data, header=True)[:30])
for data in (b"", b"a", b"abc", b"\x00" * 4, bytes(range(45))): print(b.b2a_uu(data), b.b2a_uu(data, backtick=True), b.a2b_uu(b.b2a_uu(data)) == data)
show("uu long", lambda: b.b2a_uu(b"x" * 46))
for data in (b"", b"!", b"#86)C", b"#86)C\n", b"#86", b"#\x01\x02\x03\x04", b"#86)C!!!", b"M" + b"x" * 60, b" ", b"`", b"\xff", b"$86)C9", b"#86)C   "): show(data, lambda: b.a2b_uu(data))
for data in (b"", b"ab", b"AB", b"a", b"abc", b"zz", b"a b", "ab", "\u00e9\u00e9", "a\u0661", bytearray(b"ff"), 3, None): show(data, lambda: b.unhexlify(data))
for arguments in ((b"abcdef", ":"), (b"abcdef", b"-", 2), (b"abcdef", "-", -2), (b"abcdef", "-", 0), (b"abcdef", "-", 99), (b"abcdef", ""), (b"abcdef", "::"), (b"abcdef", 3), (b"abcdef", None), (b"", ":"), (b"a", ":", "x"), ("text",), (5,), (memoryview(b"abcd")[::2],)): show([repr(a).split(" at")[0] for a in arguments], lambda: b.hexlify(*arguments))
print(b.crc32(b""), b.crc32(b"hello"), b.crc32(b"lo", b.crc32(b"hel")), b.crc32(b"x", -1), b.crc32(b"x", 2**40), b.crc_hqx(b"hello", 0), b.crc_hqx(b"lo", b.crc_hqx(b"hel", 0)), b.crc_hqx(b"", 0x1ffff))
for label, call in {"crc32 str": lambda: b.crc32("x"), "crc_hqx one": lambda: b.crc_hqx(b"x"), "crc_hqx str": lambda: b.crc_hqx(b"x", "0"), "base64 str": lambda: b.b2a_base64("x"), "a2b str": lambda: b.a2b_base64("YQ=="), "a2b non-ascii": lambda: b.a2b_base64("Y\u00e9"), "a2b int": lambda: b.a2b_base64(3), "strict positional": lambda: b.a2b_base64(b"", True), "uu str": lambda: b.a2b_uu("#86)C"), "qp str": lambda: b.a2b_qp("=41"), "qp keyword": lambda: b.b2a_qp(data=b"=", quotetabs=1, istext=0, header=1), "Error": lambda: (b.Error.__mro__[1:3], b.Incomplete.__mro__[1])}.items(): show(label, call)
