# open and FileIO over a file in memory: modes, attributes, errors, encodings.
import _io, posix

def file(mode="w+", **options):
    return open(posix.memfd_create("file"), mode, **options)

with file() as f:
    print(f.mode, f.buffer.mode, type(f.buffer).__name__, type(f.buffer.raw).__name__, f.buffer.raw.mode, f.errors, f.line_buffering)
    f.write("line\n" * 3)
    print(f.tell(), f.seek(5), f.readline(), f.tell(), f.truncate(), f.seek(0), f.read())
print(f.closed, f.buffer.closed, f.buffer.raw.closed)

for encoding, errors in (("ascii", "strict"), ("ascii", "replace"), ("latin-1", "xmlcharrefreplace"), ("utf-8", "surrogateescape"), ("ascii", "backslashreplace")):
    with file(encoding=encoding, errors=errors) as f:
        try:
            f.write("\u00e9\u20ac\udc80")
        except UnicodeEncodeError as error:
            print(error)
        f.seek(0)
        print(encoding, errors, f.buffer.read())
        f.seek(0)
        f.truncate()
        f.buffer.write(b"ok\xff\xc3\xa9")
        f.seek(0)
        try:
            print(ascii(f.read()))
        except UnicodeDecodeError as error:
            print(error)

with file("wb+", buffering=0) as f:
    print(type(f).__name__, f.write(b"abc"), f.seek(0), f.readall(), f.seekable(), f.isatty(), f.readinto(bytearray(2)))
for mode, options in (
    ("z", {}), ("rw", {}), ("rr", {}), ("", {}), ("rbt", {}), ("r", {"buffering": 0}), ("rb", {"encoding": "x"}), ("rb", {"errors": "x"}),
    ("rb", {"newline": ""}), ("r", {"newline": "x"}), ("r", {"encoding": "nope"}), ("r", {"encoding": 1}), ("r", {"closefd": False}),
):
    try:
        open("no such file", mode, **options)
    except (ValueError, OSError, TypeError, LookupError) as error:
        print(mode, options, type(error).__name__, error)
for name in (1.5, None, -1, [], "nul\0"):
    try:
        open(name)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
read, write = posix.pipe()
with open(read, "rb", closefd=True) as r, open(write, "w") as w:
    w.write("through a pipe")
    w.close()
    print(r.read(), r.seekable())
    try:
        r.seek(0)
    except _io.UnsupportedOperation as error:
        print(error)
