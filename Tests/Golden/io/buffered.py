# Buffers over a raw stream that tells what it is asked.
import _io

class Raw(_io._RawIOBase):
    def __init__(self, data=b""):
        self.data, self.place, self.log = bytearray(data), 0, []
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def readinto(self, buffer):
        piece = self.data[self.place:self.place + len(buffer)]
        buffer[:len(piece)] = piece
        self.place += len(piece)
        self.log.append(("read", len(buffer), len(piece)))
        return len(piece)
    def write(self, data):
        self.log.append(("write", bytes(data)))
        self.data[self.place:self.place + len(data)] = data
        self.place += len(data)
        return len(data)
    def seek(self, offset, whence=0):
        self.place = offset + (0, self.place, len(self.data))[whence]
        self.log.append(("seek", offset, whence))
        return self.place
    def tell(self): return self.place
    def truncate(self, size=None):
        del self.data[size:]
        return size

raw = Raw(bytes(range(65, 91)))
reader = _io.BufferedReader(raw, 5)
print(reader.read(2), reader.peek(), reader.read1(), reader.read(7), reader.readline(3), reader.tell())
print(reader.seek(1, 1), reader.seek(0), reader.read(11), reader.read())
print(raw.log)

raw = Raw()
writer = _io.BufferedWriter(raw, 4)
for piece in (b"a", b"bc", b"def", b"0123456789", b""):
    print(writer.write(piece), raw.log, writer.tell())
writer.flush()
print(raw.data, raw.log)

raw = Raw(b"0123456789")
both = _io.BufferedRandom(raw, 4)
print(both.read(2), both.write(b"ab"), both.read(3), both.seek(-2, 1), both.write(b"Z"), both.tell(), both.read())
both.seek(3)
print(both.write(b"!!"), both.truncate(7), raw.data)
both.close()
print(raw.closed, raw.log)

pair = _io.BufferedRWPair(Raw(b"input"), sink := Raw())
print(pair.read(3), pair.write(b"out"), pair.flush(), sink.data, pair.peek(), pair.readable(), pair.writable(), pair.seekable())
target = bytearray(8)
print(_io.BufferedReader(Raw(b"xyz")).readinto(target), target, _io.BufferedReader(Raw(b"xyz" * 9), 2).readinto1(target), target)
print(list(_io.BufferedReader(Raw(b"a\nbb\n\nc"), 2)))
for wrong in (lambda: _io.BufferedReader(Raw(), 0), lambda: reader.read(-2), lambda: reader.seek(0, 9), lambda: reader.write(b"x"), lambda: writer.read()):
    try:
        wrong()
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
