# StringIO: positions, growth, newlines, subclasses, state, errors.
import copy
import io
import pickle

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



s = io.StringIO("h\u00e9llo\nw\U0001f600rld\nlast")
print(s.read(3), s.tell(), repr(s.readline()), repr(s.readline(2)), s.read(), repr(s.read()), s.seek(0), s.seek(3), s.read(2), s.seek(0, 2), s.seek(0, 1))
print(s.seek(40), repr(s.read()), s.write("!"), repr(s.getvalue()), s.truncate(4), repr(s.getvalue()), s.tell(), s.truncate(), s.seek(2), s.truncate(), repr(s.getvalue()))
print(list(io.StringIO("a\nb\r\nc\rd")), list(io.StringIO("a\nb\r\nc\rd", None)), io.StringIO("a\r\nb").readlines(), io.StringIO("a\nb\nc").readlines(3), io.StringIO(None).getvalue() == "")
w = io.StringIO()
for piece in "a", "\u0100", "\U00010000", "", "z" * 3:
    print(w.write(piece), end=" ")
print(ascii(w.getvalue()), w.tell(), w.seek(1), w.write("XY"), ascii(w.getvalue()), w.line_buffering, w.encoding, w.errors, w.newlines, w.isatty())
print(w.writelines(c for c in "pq"), ascii(w.getvalue()), w.seek(2), ascii(w.read(1)), w.write("--------"), ascii(w.getvalue()))
for label, call in {"bytes": lambda: w.write(b"x"), "number": lambda: w.write(3), "init bytes": lambda: io.StringIO(b"x"), "init newline": lambda: io.StringIO("", 3), "seek negative": lambda: w.seek(-1),
    "seek relative": lambda: w.seek(1, 1), "seek end": lambda: w.seek(-1, 2), "whence": lambda: w.seek(0, 9), "seek float": lambda: w.seek(1.0), "truncate negative": lambda: w.truncate(-3), "read str": lambda: w.read("3"),
    "read float": lambda: w.read(2.0), "fileno": lambda: w.fileno(), "detach": lambda: w.detach(), "buffer": lambda: w.buffer, "name": lambda: w.name, "read None": lambda: (w.seek(0), len(w.read(None))),
    "readline None": lambda: (w.seek(0), w.readline(None))[1][:2], "huge": lambda: w.seek(2**80), "truncate None": lambda: (w.seek(1), w.truncate(None), w.getvalue()), "writelines": lambda: w.writelines("ab"),
    "writelines bad": lambda: w.writelines([1])}.items():
    show(label, call)
s = io.StringIO("a\r\nb\n", newline=None)
s.seek(2); s.extra = {"k": 1}
print(s.__getstate__(), io.StringIO("q\nr", newline="\r\n").__getstate__(), io.StringIO("x", newline="").__getstate__())
for copied in pickle.loads(pickle.dumps(s)), copy.copy(s), copy.deepcopy(s):
    print(repr(copied.getvalue()), copied.tell(), copied.extra, repr(copied.newlines), repr(copied.read()))
for wrong in (3, (), ("x",), ("x", "\n", 0), (b"x", "\n", 0, None), ("x", "bad", 0, None), ("x", "\n", -1, None), ("x", "\n", "0", None), ("x", "\n", 0, 5), ("x\r\n", "", 99, {"k": 1}), ("a\nb", "\r\n", 0, None)):
    show(f"setstate {wrong!r}", lambda: (e := io.StringIO(), e.__setstate__(wrong), e.getvalue(), e.tell(), e.__dict__)[2:])


class Mine(io.StringIO):
    def write(self, text): return super().write(text.upper())
    def readline(self, *a): return (line := super().readline(*a)) and "<" + line


m = Mine("one\ntwo\n")
print(next(m), m.readlines(), m.getvalue(), m.write("x"), m.getvalue(), list(Mine("a\nb")) [:0], isinstance(m, io.TextIOBase))
print("x", "y", sep="-", file=m); print(repr(m.getvalue()))
class Wrong(io.StringIO):
    def readline(self, *a): return 5
show("readline of a subclass", lambda: next(Wrong("x")))
m.close()
for name, arguments in {"read": (), "write": ("x",), "seek": (0,), "tell": (), "getvalue": (), "readline": (), "truncate": (), "readable": (), "flush": (), "isatty": (), "close": (), "__enter__": (), "__next__": (), "__getstate__": (), "newlines": None}.items():
    show("closed " + name, lambda: getattr(m, name)(*arguments) if arguments is not None else getattr(m, name))
uninitialised = io.StringIO.__new__(io.StringIO)
show("not initialised", lambda: uninitialised.read())
show("not initialised getvalue", lambda: uninitialised.getvalue())
show("not initialised closed", lambda: uninitialised.closed)
big = io.StringIO()
for i in range(3000):
    big.write(f"{i}\n")
print(len(big.getvalue()), big.seek(0), sum(map(int, big)), big.tell())
mixed = io.StringIO("abc"); mixed.seek(1); mixed.write("\U0001f600"); mixed.seek(0)
print(ascii(mixed.read()), mixed.seek(0), mixed.truncate(1), mixed.write("zz"), mixed.getvalue())
r = io.StringIO("line1\nline2\n")
with r as inner:
    print(inner is r, r.readline(), end="")
print(r.closed)
