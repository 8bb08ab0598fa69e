import io


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Raw(io.RawIOBase):
    def __init__(self, data=b"", chunk=4): self.data, self.chunk, self.position, self.log = bytearray(data), chunk, 0, []
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def readinto(self, b):
        piece = self.data[self.position:self.position + min(len(b), self.chunk)]
        b[:len(piece)] = piece
        self.position += len(piece)
        self.log.append(("r", len(b)))
        return len(piece)
    def write(self, b): n = min(len(b),
        self.chunk); self.data[self.position:self.position + n] = b[:n]; self.position += n; self.log.append(("w", bytes(b))); return n
    def seek(self, p, w=0): self.position = [0, self.position, len(self.data)][w] + p; self.log.append(("s", p, w)); return self.position
    def tell(self): return self.position
    def truncate(self, n=None): del self.data[n:]; return n


r = io.BufferedReader(Raw(b"abcdefghij\nklm\nn"), 8)
print(r.read(2), r.peek(1), r.read1(3), r.tell(), r.readline(), r.read(0), r.seek(1), r.read(1), r.readinto(b := bytearray(3)), b, r.readinto1(b),
    r.readlines(), r.read(), r.raw.log)
w = io.BufferedWriter(Raw(chunk=3), 5)
print(w.write(b"ab"), w.raw.data, w.write(b"cdefgh"), w.raw.data, w.flush(), w.raw.data, w.tell(), w.raw.log)
x = io.BufferedRandom(Raw(b"0123456789"), 4)
print(x.read(2), x.write(b"AB"), x.seek(0), x.read(), x.seek(3), x.write(b"Z"), x.peek(2)[:2], x.tell(), x.truncate(6), x.flush(), x.raw.data)
p = io.BufferedRWPair(Raw(b"xyz"), Raw())
print(p.read(1), p.write(b"q"), p.flush(), p.readable(), p.writable(), p.peek(1)[:1], p.seekable() if False else "")
for label, call in {"size": lambda: io.BufferedReader(Raw(), 0), "negative": lambda: io.BufferedWriter(Raw(), -1),
    "not raw": lambda: io.BufferedReader(5), "not readable": lambda: io.BufferedReader(io.BufferedWriter(Raw())),
    "write to reader": lambda: r.write(b"x"), "read from writer": lambda: w.read(), "str": lambda: w.write("x"),
    "detach": lambda: (w.detach(), w.write(b"x")), "detached repr": lambda: repr(w), "seek whence": lambda: r.seek(0, 7),
    "read negative": lambda: r.read(-5), "read1 all": lambda: r.read1(), "uninitialised": lambda: io.BufferedReader.__new__(io.BufferedReader).read(),
    "uninitialised repr": lambda: repr(io.BufferedReader.__new__(io.BufferedReader)), "seek back": lambda: r.seek(-1)}.items():
    show(label, call)


class Broken(Raw):
    def readinto(self, b): return 99
    def write(self, b): return None




class Slow(Raw):
    def readinto(self, b): return None


print(io.BufferedReader(Slow()).read(), io.BufferedReader(Slow()).read(3), io.BufferedReader(Slow()).read1(3), io.BufferedReader(Slow()).readline())
print(r.raw.closed, r.close(), r.closed, r.raw.closed, io.BufferedReader(io.BytesIO(b"abc")), sorted(n for n in dir(r) if not n.startswith("_")))
show("closed", lambda: r.read())
