# BytesIO: every method, getbuffer and its locks, subclasses, state, bad input.
import copy
import io
import pickle

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



b = io.BytesIO(b"hello\nworld\nlast")
print(b, b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed, b.tell(), b.read(2), b.read1(2), b.read1(), b.tell())
print(b.seek(0), b.readline(), b.readline(3), b.readline(-1), b.readline(), b.readline(), b.seek(-4, 2), b.read(), b.seek(2), b.seek(1, 1), b.read(None))
print(b.seek(100), b.read(), b.read(5), b.tell(), b.write(b"!"), len(b.getvalue()), b.getvalue()[16:20], b.truncate(), b.truncate(5), b.getvalue(), b.tell(), b.seek(0))
print(list(io.BytesIO(b"a\nb\r\nc")), io.BytesIO(b"a\nb\nc\n").readlines(), io.BytesIO(b"a\nb\nc\n").readlines(3), io.BytesIO(b"a\nb\nc\n").readlines(2), io.BytesIO(b"x").readlines(None))
room = bytearray(4)
print(b.readinto(room), room, b.readinto(room), room, b.readinto(room), b.readinto1(room), b.readinto(memoryview(bytearray(2))))
for label, call in {"readinto bytes": lambda: b.readinto(b"xx"), "readinto str": lambda: b.readinto("x"), "seek negative": lambda: b.seek(-1), "seek relative": lambda: b.seek(-99, 1),
    "seek whence": lambda: b.seek(0, 3), "seek float": lambda: b.seek(1.5), "read float": lambda: b.read(1.5), "read str": lambda: b.read("1"), "write str": lambda: b.write("x"),
    "write int": lambda: b.write(3), "writelines": lambda: b.writelines(["a"]), "writelines int": lambda: b.writelines(3), "truncate negative": lambda: b.truncate(-1), "truncate str": lambda: b.truncate("1"),
    "init str": lambda: io.BytesIO("x"), "init int": lambda: io.BytesIO(3), "fileno": lambda: b.fileno(), "detach": lambda: b.detach(), "huge": lambda: b.seek(2**70), "name": lambda: b.name, "mode": lambda: b.mode,
    "big seek": lambda: (b.seek(2**62), b.read(), b.seek(0)), "readline str": lambda: b.readline("x")}.items():
    show(label, call)
b = io.BytesIO(b"0123456789")
view = b.getbuffer()
print(view, view.readonly, view.format, view.shape, len(view), view.obj is None)
view[2:4] = b"XY"
print(b.getvalue(), b.read(4))
for label, call in {"write in place": lambda: (b.seek(0), b.write(b"zz")), "grow": lambda: (b.seek(9), b.write(b"long")), "truncate": lambda: b.truncate(3), "truncate same": lambda: b.truncate(10), "close": lambda: b.close(),
    "seek": lambda: b.seek(0), "setstate": lambda: b.__setstate__((b"x", 0, None)), "init": lambda: b.__init__(b"new")}.items():
    show("locked " + label, call)
second = b.getbuffer()
view.release()
show("still locked", lambda: b.truncate(1))
second.release()
show("free", lambda: (b.truncate(1), b.getvalue()))
with io.BytesIO(b"q").getbuffer() as kept:
    pass
show("released view", lambda: kept[0])
shared = b"shared" * 3
c = io.BytesIO(shared)
print(c.getvalue() is shared, c.read() == shared, c.seek(0), c.write(b"S"), shared[:6], c.getvalue()[:6])
d = io.BytesIO(b"abcdef"); d.seek(3); d.attribute = [1]
state = d.__getstate__()
print(state)
for copied in (pickle.loads(pickle.dumps(d)), copy.copy(d), copy.deepcopy(d)):
    print(copied.getvalue(), copied.tell(), copied.attribute, copied.read())
for wrong in (3, (), (b"x",), (b"x", 0), ("x", 0, None), (b"x", -1, None), (b"x", "0", None), (b"x", 0, 5), (b"x", 99, {"k": 1})):
    show(f"setstate {wrong!r}", lambda: (e := io.BytesIO(), e.__setstate__(wrong), e.tell(), e.__dict__)[1:])


class Mine(io.BytesIO):
    def write(self, data):
        return super().write(bytes(data).upper())
    def readline(self, *a):
        return b"line " + super().readline(*a)


m = Mine(b"q\nr\n")
print(m.write(b"a"), m.getvalue(), m.writelines([b"b", b"c"]), m.getvalue(), list(io.BytesIO.readlines(m)), next(Mine(b"1\n2\n")))
print(Mine().__reduce_ex__(2)[1:], isinstance(m, io.BufferedIOBase), io.BytesIO.__mro__[1:3])
b.close()
for name, arguments in {"read": (), "write": (b"x",), "seek": (0,), "tell": (), "getvalue": (), "getbuffer": (), "readline": (), "truncate": (), "readable": (), "flush": (), "isatty": (), "close": (), "__enter__": (), "__next__": (), "__getstate__": (), "readinto": (bytearray(1),), "writelines": ([],)}.items():
    show("closed " + name, lambda: getattr(b, name)(*arguments))
print(b.closed, b)
self_feeding = io.BytesIO(b"ab")
print(self_feeding.writelines(iter([b"x", b"y"])), self_feeding.getvalue(), io.BytesIO(initial_bytes=bytearray(b"kw")).getvalue(), io.BytesIO(memoryview(b"abcd")[1:]).getvalue())
show("strided", lambda: io.BytesIO(memoryview(b"abcd")[::2]))
