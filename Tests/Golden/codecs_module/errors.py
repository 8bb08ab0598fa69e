import codecs


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


BAD = [("utf-8", b"a\xc3(\xe2\x82\xff\xf0\x9f"), ("ascii", b"a\x80"), ("utf-16-le", b"a\0\0\xd8b\0"), ("utf-32-le", b"a\0\0\0\xff\xff\xff\xff"),
    ("utf-7", b"a+\xff"), ("cp1252", b"\x81"), ("unicode_escape", b"\\xz \\u12"), ("raw_unicode_escape", b"\\u12"), ("utf-8", b"\xed\xa0\x80"),
    ("utf-8", b"\xf8\x88")]
for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
    for name, data in BAD:
        show((handler, name), lambda: ascii(data.decode(name, handler)))
for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"):
    for name, text in [("ascii", "aé\U0001f600b"), ("latin-1", "€é"), ("utf-8", "\ud800x\udc80"), ("utf-16-le", "\udc80"), ("cp437", "é€"),
        ("ascii", "\udcff")]:
        show((handler, name, ascii(text)), lambda: text.encode(name, handler))
seen = []


def handler(error):
    seen.append((error.encoding, error.start, error.end, error.reason))
    return ("?" if isinstance(error, UnicodeEncodeError) else "!", error.end)


codecs.register_error("mine", handler)
print("aé€b".encode("ascii", "mine"), b"a\xff\xfeb".decode("utf-8", "mine"), seen, codecs.lookup_error("mine") is handler)
codecs.register_error("back", lambda e: ("x", 0) if len(seen) > 20 else (seen.append(1), ("-", e.start - 1 if False else e.end))[1])
codecs.register_error("bytes", lambda e: (b"\x00", e.end)); print("aé".encode("ascii", "bytes"))
for name, result in {"none": None, "short": ("x",), "type": (1, 2), "position": ("x", 99), "negative": ("x", -1), "bytes": (b"x", 1)}.items():
    codecs.register_error("r" + name, lambda e: result)
    show(name + " decode", lambda: b"\xffab".decode("ascii", "r" + name)); show(name + " encode", lambda: "éab".encode("ascii", "r" + name))
codecs.register_error("raise", lambda e: 1 / 0)
show("raises", lambda: b"\xff".decode("ascii", "raise"))
show("unknown", lambda: b"\xff".decode("ascii", "nope"))
show("unused unknown", lambda: b"a".decode("ascii", "nope"))
show("not callable", lambda: codecs.register_error("x", 3))
show("lookup", lambda: codecs.lookup_error("nope"))
show("strict", lambda: codecs.strict_errors(3))
show("ignore", lambda: codecs.ignore_errors(UnicodeDecodeError("a", b"xyz", 1, 2, "r")))
show("replace", lambda: codecs.replace_errors(UnicodeEncodeError("a", "xyz", 0, 2, "r")))
show("translate", lambda: codecs.replace_errors(UnicodeTranslateError("xyz", 0, 2, "r")))
show("xml", lambda: codecs.xmlcharrefreplace_errors(UnicodeDecodeError("a", b"x", 0, 1, "r")))
e = UnicodeDecodeError("enc", b"\xff\xfe", 0, 1, "why")
print(e, e.args, e.object)
e.end = 2
e.reason = "new"
print(e)
print(UnicodeEncodeError("e", "\U0001f600\xe9", 0, 1, "r"), UnicodeEncodeError("e", "ab", 0, 2, "r"), UnicodeTranslateError("é", 0, 1, "r"))
show("args", lambda: UnicodeDecodeError("a", "b", 0, 1, "r"))
show("few", lambda: UnicodeEncodeError("a"))
