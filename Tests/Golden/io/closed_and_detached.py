# What closed, detached and half-made streams say.
import _io, posix

def attempt(action):
    try:
        return repr(action())
    except (ValueError, OSError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"

def streams():
    yield _io.BufferedReader(_io.FileIO(posix.memfd_create("f"), "r+"))
    yield _io.BufferedWriter(_io.FileIO(posix.memfd_create("f"), "r+"))
    yield _io.BufferedRandom(_io.FileIO(posix.memfd_create("f"), "r+"))
    yield _io.TextIOWrapper(_io.BytesIO(b"text"), "utf-8")

for stream in streams():
    raw = stream.detach()
    print(type(stream).__name__)
    for name in ("read", "flush", "tell", "close", "closed", "name", "detach", "fileno"):
        print("  ", name, attempt(lambda: getattr(stream, name)() if callable(getattr(stream, name)) else getattr(stream, name)))
    raw.close()
for stream in streams():
    stream.close()
    print(type(stream).__name__, stream.closed)
    for name in ("read", "readline", "flush", "tell", "close", "fileno", "__enter__", "__next__"):
        print("  ", name, attempt(getattr(stream, name)))
    bare = type(stream).__new__(type(stream))
    for name in ("read", "close", "__repr__"):
        print("  bare", name, attempt(getattr(bare, name)))

class Failing(_io._RawIOBase):
    def writable(self): return True
    def write(self, data): raise OSError("no room")
    def close(self):
        super().close()
        raise ValueError("close failed")
stream = _io.BufferedWriter(Failing())
stream.write(b"x")
try:
    stream.close()
except ValueError as error:
    print(repr(error), repr(error.__context__), stream.closed)
