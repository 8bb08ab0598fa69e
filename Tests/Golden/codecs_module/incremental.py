import codecs
import io


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for name, data in [("utf-8", "aé€\U0001f600".encode()), ("utf-16", "aé\U0001f600".encode("utf-16")), ("utf-16-be", "é\U0001f600".encode("utf-16-be")),
    ("utf-32", "aé".encode("utf-32")), ("utf-8-sig", "éa".encode("utf-8-sig")), ("utf-7", "é€a".encode("utf-7")),
    ("shift_jis", "日本".encode("shift_jis")), ("iso2022_jp", "日本x".encode("iso2022_jp")), ("ascii", b"abc"), ("unicode_escape", b"\\u00e9\\n"),
    ("gb18030", "€\U0001f600".encode("gb18030"))]:
    d = codecs.getincrementaldecoder(name)()
    parts = [d.decode(data[i:i + 1]) for i in range(len(data))] + [d.decode(b"", True)]
    print(name, [ascii(p) for p in parts], d.getstate() if name != "gb18030" and "jp" not in name and "jis" not in name else "")
for name in ("utf-16", "utf-8-sig", "iso2022_jp", "utf-7", "idna"):
    e = codecs.getincrementalencoder(name)()
    print(name, [e.encode(c) for c in "日a本"], e.encode("", True), e.reset())
d = codecs.getincrementaldecoder("utf-8")("replace")
print(d.decode(b"a\xe2"), d.getstate(), d.decode(b"\x82"), d.decode(b"x"), d.setstate((b"\xc3", 0)), d.decode(b"\xa9"), d.reset())
show("final", lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xc3", True))
show("state", lambda: d.setstate((b"x", "y")))
print(list(codecs.iterencode(["a", "é"], "utf-16-le")), list(codecs.iterdecode([b"\xe2", b"\x82\xac"], "utf-8")))
r = codecs.getreader("utf-8")(io.BytesIO("é\nb\r\nc".encode()))
print(r.read(1), r.readline(), r.readlines(), r.read())
w = codecs.getwriter("utf-16")(out := io.BytesIO())
w.write("a"); w.writelines(["b", "c"]); print(out.getvalue(), w.stream is out)
rw = codecs.StreamRecoder(io.BytesIO("é".encode("latin-1")), codecs.getencoder("utf-8"), codecs.getdecoder("utf-8"), codecs.getreader("latin-1"),
    codecs.getwriter("latin-1"))
print(rw.read(), codecs.EncodedFile(io.BytesIO(b"\xe9"), "utf-8", "latin-1").read())
