import io
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


s = io.StringIO("line1\nline2\r\nx", newline="")
print(s.read(2), s.readline(), s.tell(), s.readlines(), s.seek(0), s.write("LIN"), s.getvalue(), s.truncate(4), s.getvalue(), s.seek(9), s.write("!"),
    s.getvalue(), s.seek(0, 2), s.line_buffering, s.newlines, s.closed, s.encoding, s.errors)
for newline in (None, "", "\n", "\r\n", "\r"):
    q = io.StringIO("a\nb\r\nc\rd", newline=newline); q2 = io.StringIO(newline=newline); q2.write("a\nb\r\nc")
    print(repr(newline), repr(q.getvalue()), q.readlines(), repr(q2.getvalue()), q.newlines)
b = io.BytesIO(b"hello\nworld")
print(b.read(1), b.read1(2), b.readline(), b.readinto(v := bytearray(3)), v, b.getvalue(), b.seek(-3, 2), b.tell(), b.write(b"XY"),
    b.write(memoryview(b"Z12")), b.getvalue(), b.truncate(2), b.read(), b.seek(0), list(b), b.seek(10), b.write(b"e"), b.getvalue(),
    b.writelines([b"f", b"g"]), b.seekable(), b.isatty())
view = b.getbuffer()
show("resize", lambda: b.write(b"x" * 100)); show("close exported", lambda: b.close()); view[0] = 65; view.release(); print(b.getvalue()[:2])
for label, call in {"str": lambda: b.write("x"), "bytes": lambda: s.write(b"x"), "initial": lambda: io.StringIO(b""),
    "initial bytes": lambda: io.BytesIO("x"), "seek": lambda: b.seek(-1), "whence": lambda: b.seek(0, 4), "string relative": lambda: s.seek(1, 1),
    "string end": lambda: s.seek(1, 2), "string negative": lambda: s.seek(-1), "truncate": lambda: b.truncate(-1),
    "newline": lambda: io.StringIO(newline="z"), "newline type": lambda: io.StringIO(newline=3), "read type": lambda: b.read("x"),
    "fileno": lambda: b.fileno(), "string fileno": lambda: s.fileno(), "detach": lambda: b.detach(),
    "none": lambda: (io.StringIO(None).read(), io.BytesIO(None).read(), b.seek(0), b.read(None)[:2]), "huge": lambda: b.seek(10**30),
    "big write": lambda: (b.seek(2**62), b.write(b"x"))}.items():
    show(label, call)
s.seek(3); s.extra = 1
for stream in (s, io.BytesIO(b"ab")):
    copy = pickle.loads(pickle.dumps(stream)); print(copy.getvalue() == stream.getvalue(), copy.tell(), vars(copy), copy.__getstate__()[1:])
s.close()
show("closed", lambda: s.read())
show("closed value", lambda: s.getvalue())
show("closed iter", lambda: next(s))
show("closed state", lambda: s.__getstate__())
show("setstate", lambda: io.StringIO().__setstate__(("a", "b")))
show("setstate short", lambda: io.BytesIO().__setstate__((b"",)))


class Sub(io.BytesIO):
    def write(self, data): return super().write(data.upper())


with Sub() as sub: sub.write(b"abc"); print(sub.getvalue(), repr(sub).split(" at")[0])
print(sub.closed, io.BytesIO(bytearray(b"x")).getvalue(), sorted(set(dir(io.StringIO)) - set(dir(io.BytesIO)))[:4])
