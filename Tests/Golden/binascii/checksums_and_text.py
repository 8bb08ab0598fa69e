# Hexadecimal, uuencoded and quoted-printable text; CRCs.
import binascii

print(binascii.hexlify(b"\x00\x7f\xff"), binascii.hexlify(b"abcde", "-", 2), binascii.hexlify(b"abcde", b":", -2))
for text in ("00fF", b"abc", "zz"):
    try:
        print(binascii.unhexlify(text))
    except binascii.Error as error:
        print("Error:", error)
print(binascii.crc32(b"hello"), binascii.crc32(b"llo", binascii.crc32(b"he")), binascii.crc_hqx(b"hello", 0))
line = binascii.b2a_uu(b"The quick brown fox", backtick=True)
print(line, binascii.a2b_uu(line))
for text in (b"\xff", b"#86)C garbage"):
    try:
        print(binascii.a2b_uu(text))
    except binascii.Error as error:
        print("Error:", error)
data = b"caf\xe9 = \t\nline two \r\n.\n" + b"x" * 80
print(binascii.b2a_qp(data), binascii.b2a_qp(b"a b_c", header=True), binascii.b2a_qp(data, True, False))
print(binascii.a2b_qp(binascii.b2a_qp(data)) == data, binascii.a2b_qp(b"a_b=20=\nc=3d=zz", header=True))
