import codecs


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ("utf8", "UTF-8", "U8", "latin1", "iso-8859-1", "L1", "ascii", "646", "utf_16", "UTF-16-BE", "cp1252", "windows-1252", "rot13", "hex",
    "idna", "punycode", "mbcs", "utf-8-sig", "unicode-escape", "undefined", "charmap", "big5", "koi8_r", "nope", "utf 8", ""):
    show(name, lambda: codecs.lookup(name).name)
info = codecs.lookup("utf-8")
print(info, info[0]("é"), info.decode(b"\xc3\xa9"), info.incrementalencoder, len(info), info._is_text_encoding)
show("null", lambda: codecs.lookup("a\0"))
show("type", lambda: codecs.lookup(3))
show("not text", lambda: "a".encode("hex"))
show("not text decode", lambda: b"6162".decode("hex"))
show("codecs decode", lambda: codecs.decode(b"6162", "hex"))
show("wrapped", lambda: codecs.decode(b"6", "hex"))
show("base64", lambda: codecs.encode(b"ab", "base64"))
show("zlib", lambda: codecs.decode(codecs.encode(b"ab" * 9, "zlib"), "zlib"))
show("rot13", lambda: codecs.encode("Hello", "rot13"))
show("encode default", lambda: codecs.encode("é"))
show("decode type", lambda: codecs.decode("é"))


def search(name):
    if name == "golden":
        return codecs.CodecInfo(lambda t, e="strict": (t.upper().encode() + e.encode(), len(t)), lambda b,
            e="strict": (bytes(b).decode().lower(), len(b)), name="golden")
    if name == "golden_bad":
        return 5
    if name == "golden_short":
        return codecs.CodecInfo(lambda t, e: 3, lambda b, e: (1, 2), name="short")


codecs.register(search)
print("abc".encode("golden"), b"ABC".decode("GOLDEN"), "a".encode("golden", "ignore"))
show("bad info", lambda: codecs.lookup("golden_bad"))
show("bad result", lambda: "a".encode("golden_short"))
show("bad decode", lambda: b"a".decode("golden_short"))
show("not callable", lambda: codecs.register(1))
codecs.unregister(search)
show("unregistered", lambda: codecs.lookup("golden"))
print(codecs.charmap_build("abc"), codecs.charmap_decode(b"\0\1", "strict", "xy"), codecs.charmap_encode("ab", "strict", {97: 1, 98: b"zz"}),
    codecs.escape_decode(b"\\x41\\n"), codecs.escape_encode(b"\x00'"), codecs.utf_16_ex_decode(b"\xff\xfea\0"), codecs.readbuffer_encode("é"),
    codecs.latin_1_encode("é"), codecs.ascii_decode(b"a"), codecs.utf_7_encode("é+"), codecs.unicode_escape_encode("é\n\U0001f600"),
    codecs.raw_unicode_escape_encode("é€\U0001f600"))
show("charmap", lambda: codecs.charmap_decode(b"\5", "strict", "xy"))
show("charmap none", lambda: codecs.charmap_encode("a", "strict", {97: None}))
show("charmap big", lambda: codecs.charmap_encode("a", "strict", {97: 999}))
show("charmap type", lambda: codecs.charmap_decode(b"a", "strict", {97: 1.5}))
