# Streams of classes made in Python, and what the base classes do by way of their methods.
import _io

class Letters(_io._RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, buffer):
        count = min(len(buffer), 3, len(self.data))
        buffer[:count], self.data = self.data[:count], self.data[count:]
        return count

print(Letters(b"abcdefg").read(5), Letters(b"abcdefg").read(), Letters(b"ab\ncd\n").readline(), Letters(b"ab\ncd\ne").readlines(), list(Letters(b"x\ny")))
print(_io.BufferedReader(Letters(b"abcdefg")).read(), _io.TextIOWrapper(_io.BufferedReader(Letters(b"abc\ndefg"))).readlines())
letters = Letters(b"a")
with letters as same:
    print(same is letters, letters.closed, letters.seekable(), letters.isatty())
print(letters.closed, letters.__dict__)
for name in ("read", "readline", "__enter__", "seekable", "flush", "fileno", "tell", "truncate", "_checkReadable"):
    try:
        print(name, getattr(letters, name)())
    except (ValueError, OSError) as error:
        print(name, type(error).__name__, error)

class Upper(_io.TextIOWrapper):
    def write(self, text): return super().write(text.upper())
out = Upper(_io.BytesIO(), "utf-8")
print("hello", "there", file=out, flush=True)
print(out.buffer.getvalue())

class Loud(_io.BytesIO):
    def close(self):
        print("closing", self.closed)
        super().close()
Loud(b"x")
print(issubclass(_io.UnsupportedOperation, (OSError, ValueError)), _io.UnsupportedOperation.__mro__[1:3])

class Slow(Letters):
    def readinto(self, buffer): return None
print(Slow(b"").read(3), Slow(b"").readall(), _io.BufferedReader(Slow(b"")).read(3), _io.BufferedReader(Slow(b"")).read())

class Wrong(Letters):
    def readinto(self, buffer): return len(buffer) + 1
try:
    _io.BufferedReader(Wrong(b"")).read(3)
except OSError as error:
    print(error)
