import io


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


def text(data, **options): return io.TextIOWrapper(io.BytesIO(data), encoding=options.pop("encoding", "utf-8"), **options)


DATA = "a\r\né\rb\n\U0001f600".encode()
for newline in (None, "", "\n", "\r", "\r\n"):
    t = text(DATA, newline=newline)
    print(repr(newline), t.readlines(), t.newlines)
    o = text(b"", newline=newline); o.write("x\ny\r\n"); o.flush(); print(o.buffer.getvalue())
t = text("héllo wörld\nline2\n".encode())
print(t.read(3), t.tell(), t.readline(), c := t.tell(), t.read(), t.seek(c), t.readline(), t.seek(0), t.readline(4), list(t), t.seek(0, 2), t.read())
show("telling", lambda: (t.seek(0), next(t), t.tell()))
show("relative", lambda: t.seek(1, 1))
show("end", lambda: t.seek(1, 2))
show("negative", lambda: t.seek(-1))
show("whence", lambda: t.seek(0, 5))
show("newline", lambda: text(b"", newline="x"))
show("encoding", lambda: text(b"", encoding="nope"))
show("not text", lambda: text(b"", encoding="hex"))
show("errors", lambda: text(b"", errors="nope") if False else text(b"\xff").read())
for errors in ("replace", "ignore", "surrogateescape", "backslashreplace"):
    show(errors, lambda: ascii(text(b"a\xffb", errors=errors).read()))
show("unencodable", lambda: text(b"", encoding="ascii").write("é"))
show("write type", lambda: t.write(b"x"))
show("write result", lambda: text(b"").write("é\n"))
w = text(b"", line_buffering=True)
w.write("a")
print(w.buffer.getvalue())
w.write("b\n")
print(w.buffer.getvalue(), w.line_buffering, w.write_through)
w.reconfigure(encoding="utf-16-le", newline="\r\n", errors="ignore"); w.write("x\n"); w.flush(); print(w.buffer.getvalue(), w.encoding, w.errors)
show("reconfigure reading", lambda: (q := text(b"ab\n"), q.read(1), q.reconfigure(encoding="ascii")))
show("read only", lambda: io.TextIOWrapper(io.BufferedReader(io.BytesIO(b""))).write("x"))
show("write only", lambda: io.TextIOWrapper(io.BufferedWriter(io.BytesIO()), encoding="ascii").read())
u = text(b"", encoding="utf-16")
u.write("a")
u.write("b")
u.flush()
print(u.buffer.getvalue(), u.seek(0), u.read(), repr(u), u.name if hasattr(u, "name") else "no name")
d = text(b"abc"); b = d.detach(); print(b.read()); show("detached", lambda: d.read()); show("detached repr", lambda: repr(d))
show("closed", lambda: (q := text(b""), q.close(), q.read()))
show("truncate", lambda: (q := text(b"abcdef"), q.read(2), q.truncate(3), q.buffer.getvalue()))
s = text(b"x" * 10000 + b"\nend")
print(len(s.readline()), s.tell(), s.read(1), s._CHUNK_SIZE)
show("bad buffer", lambda: io.TextIOWrapper(3))
show("no arguments", lambda: io.TextIOWrapper())
print(io.text_encoding(None), io.text_encoding("x"), text(b"", encoding="latin-1").encoding, isinstance(t, io.TextIOBase))
dec = io.IncrementalNewlineDecoder(None, True); print(dec.decode("a\r"), dec.decode("\nb\r\n\rc", True), dec.newlines, dec.getstate(), dec.reset())
