# The traceback of undecodable bytes shows the decoder of the codec, as it is Python code.
import io
import traceback


def attempt(encoding, data, errors="strict", newline=None, action=lambda f: f.read()):
    f = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors=errors, newline=newline)
    try:
        print(encoding, repr(action(f)))
    except Exception as error:
        frames = [(f.filename.rpartition("/")[2], f.lineno, f.name) for f in traceback.extract_tb(error.__traceback__)[1:]]
        print(encoding, type(error).__name__, error, [f for f in frames if f[2] != "<lambda>"], error.__context__)


for encoding in "utf-8", "ascii", "latin-1", "utf-16", "utf-32", "cp1252", "utf-8-sig":
    attempt(encoding, b"\xff\xfe\x81\xd8\x81")
attempt("utf-8", b"a\xc3", action=lambda f: (f.read(1), f.read(1)))
attempt("utf-8", b"abc\xff", newline="", action=lambda f: f.readline())
attempt("utf-8", b"abc\n\xff", action=lambda f: list(f))
attempt("utf-8", b"abc\r\n\xff", action=lambda f: next(f))
attempt("utf-8", b"ab\xff", "ignore")
attempt("ascii", b"ab\xff", "replace")
attempt("utf-8", b"ab\xff", "no such handler")


def chunks():
    class Raw(io.RawIOBase):
        pieces = [b"a\xe2", b"\x82(", b"rest"]
        def readable(self): return True
        def readinto(self, room):
            if not self.pieces: return 0
            piece = self.pieces.pop(0)
            room[:len(piece)] = piece
            return len(piece)
    return io.TextIOWrapper(io.BufferedReader(Raw()), encoding="utf-8")


f = chunks()
try:
    print(f.read(1), f.read(1))
except UnicodeDecodeError as error:
    print(error, error.object, [x.name for x in traceback.extract_tb(error.__traceback__)])
try:
    print(repr(f.read()))
except UnicodeDecodeError as error:
    print(error, [x.name for x in traceback.extract_tb(error.__traceback__)])
