import io
import os
import tempfile


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


path = tempfile.mktemp()
f = io.FileIO(path, "w+")
print(f.write(b"hello"), f.tell(), f.seek(1), f.read(2), f.readall(), f.read(), f.seek(-2, 2), f.readinto(b := bytearray(9)), b, f.truncate(3),
    f.seek(0), f.readlines(), f.mode, f.name == path, f.closefd, f.seekable(), f.readable(), f.writable(), f.isatty(), f.closed,
    repr(f).replace(path, "P").split(" mode")[1])
f.close()
for label, call in {"read": lambda: f.read(), "write": lambda: f.write(b""), "fileno": lambda: f.fileno(), "enter": lambda: f.__enter__(),
    "iter": lambda: next(f), "repr": lambda: repr(f), "again": lambda: f.close(), "mode": lambda: io.FileIO(path, "rw"),
    "empty mode": lambda: io.FileIO(path, ""), "two plus": lambda: io.FileIO(path, "r++"),
    "missing": lambda: str(io.FileIO(path + "x")).replace(path, "P"), "exists": lambda: io.FileIO(path, "x"), "negative": lambda: io.FileIO(-5),
    "bad fd": lambda: io.FileIO(9876), "directory": lambda: io.FileIO("/"), "null": lambda: io.FileIO("a\0"), "float": lambda: io.FileIO(1.5),
    "bool": lambda: io.FileIO(False, closefd=False).fileno(), "closefd": lambda: io.FileIO(path, closefd=False),
    "opener": lambda: io.FileIO("x", opener=lambda n, m: os.open(path, m)).read(), "opener negative": lambda: io.FileIO("x", opener=lambda n, m: -1),
    "opener type": lambda: io.FileIO("x", opener=lambda n, m: "q")}.items():
    try:
        print(label, str(call()).replace(path, "P"))
    except Exception as error:
        print(label, type(error).__name__, str(error).replace(path, "P"))
r = io.FileIO(path)
show("not writable", lambda: r.write(b"x"))
show("str", lambda: io.FileIO(path, "w").write("x"))
show("whence", lambda: r.seek(0, 9))
show("seek type", lambda: r.seek("x"))
show("read size", lambda: r.read(-1))
a = io.FileIO(path, "a")
a.write(b"xy")
print(a.tell(), io.FileIO(path, "ab+").readall(), r.read(), sorted(r.__dict__), type(r).__mro__[1])
r.custom = 1
print(sorted(vars(r)))
os.remove(path)
