# Incremental coders fed byte by byte, stream readers and writers, iterdecode, EncodedFile, BOMs, state round trips, charmaps.
import codecs, io

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



TEXT = "a\u00e9\u20ac\U0001f600\r\nz"
for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-7", "latin-1", "cp1252", "ascii", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "cp437", "mac-roman", "koi8-r", "iso8859-15"):
    info = codecs.lookup(name); e = info.incrementalencoder and info.incrementalencoder("replace")
    if e is None: print(name, "none"); continue
    pieces = []
    for c in TEXT:
        try: pieces.append(e.encode(c))
        except Exception as error: pieces.append(type(error).__name__)
    try: pieces.append(e.encode("", True))
    except Exception as error: pieces.append(str(error))
    data = b"".join(p for p in pieces if isinstance(p, bytes)); print(name, info.name, pieces, e.getstate() if hasattr(e, "getstate") else "")
    d = info.incrementaldecoder("replace"); out = []
    for i in range(len(data)):
        try: out.append(d.decode(data[i:i + 1]))
        except Exception as error: out.append(type(error).__name__)
    try: out.append(d.decode(b"", True)); print("  ", ascii(out), d.getstate(), d.reset())
    except Exception as error: print("  ", ascii(out), type(error).__name__, error)
    d = info.incrementaldecoder(); half = len(data) // 2
    show("   state", lambda: (d.decode(data[:half]), s := d.getstate(), d.reset(), d.setstate(s), ascii(d.decode(data[half:], True)))[1:])
    show("   truncated", lambda: info.incrementaldecoder().decode(data[:-1] if len(data) > 1 else data, True) and "ok")
w = codecs.getwriter("utf-16")(raw := io.BytesIO()); w.write("a"); w.writelines(["b", "\u20ac"]); print(raw.getvalue(), w.reset(), w.write("c"), raw.getvalue(), w.seek(0), w.write("d"), raw.getvalue()[:6])
r = codecs.getreader("utf-8")(io.BytesIO("l\u00edne1\nline2\r\nline3\rl\u20ac\u2028e".encode())); print(repr(r.readline()), repr(r.readline(keepends=False)), repr(r.read(3)), repr(r.read(chars=2)), r.readlines(), r.read()); r.seek(0); print(next(r), list(r)); r.reset(); r = codecs.getreader("utf-8")(io.BytesIO(b"ab\xff")); show("bad", lambda: r.read()); r = codecs.getreader("utf-8")(io.BytesIO(b"ab\xe2\x82")); print(repr(r.read())); show("first line", lambda: codecs.getreader("utf-8")(io.BytesIO(b"ok\n\xff")).readline()); show("size", lambda: codecs.getreader("utf-16")(io.BytesIO("xy".encode("utf-16"))).read(2))
print(list(codecs.iterdecode([b"\xe2", b"\x82", b"\xac", b"x"], "utf-8")), list(codecs.iterencode(["a", "", "\u20ac"], "utf-16-be")), [codecs.encode("abc\u00e9", "rot13"), codecs.decode(b"616263", "hex"), codecs.encode(b"abc", "base64"), codecs.decode(b"=41", "quopri"), codecs.encode(b"a" * 5, "zlib")[:2], codecs.encode(b"x", "uu")[:5]]); show("iterdecode", lambda: list(codecs.iterdecode([b"\xff"], "utf-8"))); show("rot13 encode", lambda: "abc".encode("rot13")); show("hex decode", lambda: b"61".decode("hex")); show("bytes to text", lambda: codecs.encode("x", "hex")); show("hex bad", lambda: codecs.decode(b"zz", "hex")); show("no codec", lambda: codecs.getincrementaldecoder("rot13x")); show("no incremental", lambda: codecs.getincrementalencoder("nope"))
f = codecs.EncodedFile(raw := io.BytesIO("\u00e9".encode("latin-1")), "utf-8", "latin-1"); print(f.read(), f.write("\u00fc".encode()), raw.getvalue(), f.data_encoding, f.file_encoding); import os, tempfile; path = tempfile.mktemp()
with codecs.open(path, "w", "utf-16") as g: g.write("h\u00e9\n")
with codecs.open(path, "r", "utf-16") as g: print(g.readlines(), g.encoding, g.errors)
with codecs.open(path, "rb") as g: print(g.read()[:4])
os.remove(path); print([getattr(codecs, n) for n in dir(codecs) if n.startswith("BOM")][:6])
table = codecs.make_encoding_map({1: 65, 2: 66, 3: 65}); print(table, codecs.make_identity_dict([1, 2]), codecs.charmap_encode("\1\2", "strict", {1: b"x", 2: 121}), codecs.charmap_decode(b"\0\1\2", "replace", "ab"), codecs.charmap_decode(b"\0", "strict", {0: "long"}), codecs.charmap_encode("ab", "ignore", codecs.charmap_build("".join(map(chr, range(97)))+ "b" + "a" + "".join(map(chr, range(99, 256)))))); show("charmap none", lambda: codecs.charmap_decode(b"\5", "strict", {5: None})); show("charmap missing", lambda: codecs.charmap_encode("z", "strict", {})); show("charmap value", lambda: codecs.charmap_encode("z", "strict", {122: "text"})); show("charmap big", lambda: codecs.charmap_encode("z", "strict", {122: 300})); show("charmap xml", lambda: codecs.charmap_encode("\u20ac", "xmlcharrefreplace", {i: i for i in range(128)})); show("escape", lambda: (codecs.escape_decode(rb"\x41\n\101"), codecs.escape_encode(b"a\n\xff'"))); show("escape bad", lambda: codecs.escape_decode(rb"\x4")); show("escape replace", lambda: codecs.escape_decode(rb"\x4z", "replace"))
i = codecs.CodecInfo(None, None, name="made"); print(i.name, len(i), i._is_text_encoding, repr(i).split(" at")[0]); show("unregister", lambda: (codecs.register(f := lambda n: i if n == "made_up" else None), codecs.lookup("made-up").name, codecs.unregister(f), codecs.lookup("made-up"))); show("search result", lambda: (codecs.register(f := lambda n: 5 if n == "wrong_x" else None), codecs.lookup("wrong_x"))); show("search raises", lambda: (codecs.register(f := lambda n: 1 / 0 if n == "raise_x" else None), codecs.lookup("raise_x"))); show("register", lambda: codecs.register(5))
