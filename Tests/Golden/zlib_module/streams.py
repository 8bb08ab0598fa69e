import zlib


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


DATA = b"hello hello hello " * 20
for level in (-1, 0, 1, 9):
    c = zlib.compress(DATA, level)
    print(level, c[:2].hex(), zlib.decompress(c) == DATA)
for wbits in (15, -15, 31, 9, -9):
    c = zlib.compressobj(wbits=wbits)
    data = c.compress(DATA) + c.flush()
    print(wbits, zlib.decompress(data, wbits) == DATA, zlib.decompress(data, wbits=47 if wbits > 0 else wbits) == DATA)
d = zlib.decompressobj()
data = zlib.compress(DATA)
print(d.decompress(data[:10])[:5], d.eof, d.decompress(data[10:] + b"tail", 20), len(d.unconsumed_tail), d.unused_data, d.flush()[:5], d.eof,
    d.unused_data)
c = zlib.compressobj()
c.compress(DATA)
copy = c.copy()
print(copy.flush() == c.flush(),
    zlib.decompressobj(zdict=b"hello").decompress((z := zlib.compressobj(zdict=b"hello")).compress(DATA) + z.flush()) == DATA)
sync = zlib.compressobj()
print([len(sync.flush(m)) > 0 for m in (zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_FINISH)])
show("flushed", lambda: sync.compress(b"x"))
show("flush none", lambda: zlib.compressobj().flush(zlib.Z_NO_FLUSH))
show("level", lambda: zlib.compress(b"", 10))
show("wbits", lambda: zlib.compressobj(wbits=99))
show("garbage", lambda: zlib.decompress(b"garbage"))
show("truncated", lambda: zlib.decompress(data[:-1]))
show("empty", lambda: zlib.decompress(b""))
show("checksum", lambda: zlib.decompress(data[:-1] + b"\0"))
show("trailing", lambda: zlib.decompress(data + b"x") == DATA)
show("dictionary", lambda: zlib.decompressobj().decompress((z := zlib.compressobj(zdict=b"d")).compress(b"d") + z.flush()))
show("wrong dictionary", lambda: zlib.decompressobj(zdict=b"e").decompress((z := zlib.compressobj(zdict=b"d")).compress(b"d") + z.flush()))
show("bufsize", lambda: zlib.decompress(data, bufsize=1) == DATA)
show("bufsize zero", lambda: zlib.decompress(data, bufsize=0))
show("max length", lambda: zlib.decompressobj().decompress(data, -1))
show("type", lambda: zlib.compress("x"))
show("flush length", lambda: zlib.decompressobj().flush(0))
show("incomplete", lambda: (x := zlib.decompressobj(), x.decompress(data[:20]), x.flush(), x.eof)[-1])
print(zlib.crc32(b"a", 5), zlib.adler32(b"a"), zlib.adler32(b"", 7), zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"), zlib.MAX_WBITS,
    zlib.DEF_MEM_LEVEL, zlib.error.__mro__[1])
show("new", lambda: type(d)())
