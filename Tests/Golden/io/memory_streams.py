# StringIO and BytesIO.
import _io

b = _io.BytesIO(b"hello\nworld")
print(b.read(3), b.readline(), b.tell(), b.read(), b.seek(-5, 2), b.read1(2), b.getvalue())
b.seek(20)
print(b.write(b"!"), b.getvalue(), b.truncate(4), b.getvalue())
view = b.getbuffer()
view[0] = 72
for action in (lambda: b.write(b"x"), lambda: b.truncate(0), b.close):
    try:
        action()
    except BufferError as error:
        print(error)
print(b.getvalue(), view.nbytes)
view.release()
print(b.__getstate__(), b.close(), b.closed)
c = _io.BytesIO()
c.__setstate__((b"state", 2, {"extra": 1}))
print(c.read(), c.extra)
value = _io.BytesIO(b"xyz")
kept = value.getvalue()
value.seek(1)
value.write(b"-")
print(kept, value.getvalue(), hash(kept) == hash(b"xyz"), hash(value.getvalue()) == hash(b"x-z"))

s = _io.StringIO("a\r\nb\n")
print(repr(s.getvalue()), s.readlines(), s.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    s = _io.StringIO("a\r\nb\nc\rd", newline)
    s.seek(0, 2)
    s.write("\ne")
    s.seek(0)
    print(repr(newline), repr(s.getvalue()), list(s), s.newlines)
s = _io.StringIO()
s.write("narrow")
s.write("\u20ac")
s.write("\U0001f600")
s.seek(8 + 3)
s.write("x")
print(ascii(s.getvalue()), s.tell(), s.truncate(6), s.getvalue().isascii(), s.__getstate__())
for wrong in (lambda: s.write(b"x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: _io.StringIO(1), lambda: _io.StringIO("", "x")):
    try:
        wrong()
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
