def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = "aé€😀"
for e in ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig", "UTF8", "Utf_8"]:
    print(e, s.encode(e), s.encode(e).decode(e) == s)
for h in ["ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"]:
    print(h, s.encode("ascii", h), s.encode("latin-1", h))
show(s.encode, "ascii")
show(s.encode, "latin-1")
show("a\udc80b".encode)
print("a\udc80b".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), b"a\xffb".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
show(s.encode, "nosuch")
show(s.encode, "ascii", "nosuch")
show(s.encode, 5)
show(b"\xff".decode)
show(b"ab\xc3".decode)
show(b"\xe2\x82".decode, "utf-8")
show(b"\xed\xa0\x80".decode)
show(b"\xf5abc".decode)
show(b"\xc0\x80".decode)
show(b"a\xe9".decode, "ascii")
print(b"a\xff\xfeb\xe2\x82c".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), ascii(b"a\xffb".decode("utf-8", "backslashreplace")), b"\xe9".decode("latin-1"), b"ab".decode("ascii"), ascii(b"\xff\xfea\x00".decode("utf-16")), "abc".encode().decode())
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args)
