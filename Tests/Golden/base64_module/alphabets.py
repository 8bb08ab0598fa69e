# base64: all alphabets, padding, folding, strictness, files, errors.
import base64 as b, io

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



DATA = [b"", b"a", b"ab", b"abc", b"\xff\xfe\xfd", bytes(range(0, 256, 7)), b"\0" * 5, b"\xfb\xef\xbe"]
for d in DATA:
    for name in "b64 standard_b64 urlsafe_b64 b32 b32hex b16 a85 b85".split():
        e = getattr(b, name + "encode")(d); print(name, e, getattr(b, name + "decode")(e) == d)
    print(b.b64encode(d, b"@!"), b.b64decode(b.b64encode(d, b"@!"), b"@!") == d, b.encodebytes(d), b.a85encode(d, foldspaces=True, wrapcol=10, pad=True, adobe=True))
for text in (b"YQ==", b"YQ", b"YQ=", b"Y", b"YW I=", b"YWI=!", b"-_-_", b"+/+/", "YQ==", "\u00e9", b"=", b"====", b"YQ==YQ=="):
    show(text, lambda: b.b64decode(text)); show("  strict", lambda: b.b64decode(text, validate=True)); show("  urlsafe", lambda: b.urlsafe_b64decode(text))
for text in (b"ME======", b"ME", b"me======", b"M1======", b"MO0L====", b"00000000", b"1ABCDEFG", b"=", "ME======", b"ME=====", b"MEMEMEM="): show(text, lambda: b.b32decode(text)); show("  fold", lambda: b.b32decode(text, casefold=True)); show("  map", lambda: b.b32decode(text, map01=b"I")); show("  hex", lambda: b.b32hexdecode(text))
for text in (b"61", b"6", b"6g", b"aF", "61", b"", b"61 "): show(text, lambda: b.b16decode(text)); show("  fold", lambda: b.b16decode(text, True))
for text in (b"87cURD]i,\"Ebo80", b"<~87cUR~>", b"z", b"y", b"!!!!z", b"v", b"s8W-\"", b"~", b"87 cU\nR", b"u", b"!"): show(text, lambda: b.a85decode(text)); show("  fold", lambda: b.a85decode(text, foldspaces=True)); show("  adobe", lambda: b.a85decode(text, adobe=True))
for text in (b"VPaz%", b"~~~~~", b"|NsC0", b"a", b"ab\"", b" ", "VPaz%", b"VPa"): show(text, lambda: b.b85decode(text))
show("altchars", lambda: b.b64encode(b"x", b"abc")); show("altchars type", lambda: b.b64encode(b"x", "ab")); show("str", lambda: b.b64encode("x")); show("map01", lambda: b.b32decode(b"ME======", map01=b"xy")); show("int", lambda: b.b64decode(5)); show("memoryview", lambda: b.b64encode(memoryview(b"ab"))); show("2d", lambda: b.encodebytes(memoryview(b"abcd").cast("B", [2, 2]))); show("items", lambda: b.encodebytes(__import__("array").array("H", [1]))); show("decodebytes str", lambda: b.decodebytes("YQ=="))
out = io.BytesIO(); b.encode(io.BytesIO(b"z" * 100), out); print(out.getvalue()); back = io.BytesIO(); b.decode(io.BytesIO(out.getvalue()), back); print(len(back.getvalue())); print(b.__all__)
