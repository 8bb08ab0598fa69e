# Base64 of binascii: padding, foreign characters, the strict mode.
import binascii

for text in (b"", b"YQ==", b"YWI=", b"YWJj", b"YQ", b"Y", b"YWJjZA==\n", b"Y W\nJ j", b"=YQ=", b"YQ=Q=", b"YWJj=", b"YQ==YQ==", b"\xffYWJj"):
    for strict in (False, True):
        try:
            print(text, strict, binascii.a2b_base64(text, strict_mode=strict))
        except binascii.Error as error:
            print(text, strict, "Error:", error)
for data in (b"", b"a", b"ab", b"abc", bytes(range(20))):
    print(binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False))
for wrong in ("\xe9", 3):
    try:
        binascii.a2b_base64(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
