# zlib: streams fed in pieces of all sizes, flush modes, dictionaries, copies, unused data, limits, damaged input, wbits, errors.
import copy, pickle, zlib

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



DATA = b"".join(b"line %d of the text\n" % i for i in range(400)); packed = zlib.compress(DATA, 6)
for size in (1, 2, 7, 64, 1000, 10**6):
    c = zlib.compressobj(); out = b"".join(c.compress(DATA[i:i + size]) for i in range(0, len(DATA), size)) + c.flush(); d = zlib.decompressobj(); back = b"".join(d.decompress(out[i:i + size]) for i in range(0, len(out), size)) + d.flush()
    print(size, back == DATA, d.eof, d.unused_data, d.unconsumed_tail, zlib.decompress(out) == DATA)
for wbits in (15, -15, 31, 9, -9, 25, 47, 32, 0, 8, 16, 7, 48, -16, -8, 100):
    show(("compress", wbits), lambda: len(zlib.compress(DATA, wbits=wbits)) > 0); show(("object", wbits), lambda: zlib.decompress(zlib.compressobj(wbits=wbits).compress(b"") + (c := zlib.compressobj(wbits=wbits)).compress(DATA) + c.flush(), 47 if wbits > 0 else wbits) == DATA)
for level in (-1, 0, 1, 9, 10, -2, "x"): show(("level", level), lambda: zlib.decompress(zlib.compress(DATA, level)) == DATA)
c = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_FILTERED); parts = [c.compress(DATA), c.flush(zlib.Z_SYNC_FLUSH), c.compress(b"more"), c.flush(zlib.Z_FULL_FLUSH), c.flush(zlib.Z_NO_FLUSH), c.copy().flush(), c.flush()]; d = zlib.decompressobj(-15); print(d.decompress(parts[0] + parts[1]) == DATA, d.decompress(parts[2] + parts[3]), d.decompress(parts[5]), d.eof); show("after finish", lambda: c.compress(b"x")); show("flush again", lambda: c.flush())
d = zlib.decompressobj(); pieces = []; chunk = packed
while chunk: pieces.append(d.decompress(chunk, 100)); chunk = d.unconsumed_tail
print(sum(map(len, pieces)), max(map(len, pieces)), b"".join(pieces) == DATA, d.eof, d.flush()); d = zlib.decompressobj(); print(d.decompress(packed + b"trailing"), d.unused_data) if False else print(len(d.decompress(packed + b"trailing")), d.unused_data, d.decompress(b"yet more"), d.unused_data, d.eof)
zd = b"line of the text\n" * 4; c = zlib.compressobj(zdict=zd); out = c.compress(DATA) + c.flush(); print(zlib.decompressobj(zdict=zd).decompress(out) == DATA, zlib.decompressobj(zdict=bytearray(zd)).decompress(out) == DATA); show("no dictionary", lambda: zlib.decompressobj().decompress(out)); show("wrong dictionary", lambda: zlib.decompressobj(zdict=b"nope").decompress(out)); show("dictionary type", lambda: zlib.compressobj(zdict="x")); show("dictionary none", lambda: zlib.decompressobj(zdict=None)); show("raw dictionary", lambda: (c := zlib.compressobj(wbits=-15, zdict=zd), o := c.compress(DATA) + c.flush(), zlib.decompressobj(-15, zdict=zd).decompress(o) == DATA)[2])
d = zlib.decompressobj(); half = d.decompress(packed[:200]); e = d.copy(); f = copy.copy(d); g = copy.deepcopy(d); print(half + d.decompress(packed[200:]) == DATA, half + e.decompress(packed[200:]) == DATA, half + f.decompress(packed[200:]) == DATA, half + g.decompress(packed[200:]) == DATA)
for label, data in {"empty": b"", "short": packed[:1], "truncated": packed[:-1], "no checksum": packed[:-4], "bad checksum": packed[:-1] + b"\0", "bad header": b"\0" + packed[1:], "bad method": b"\x79\x9c" + packed[2:], "bad block": packed[:2] + b"\xff" + packed[3:], "text": b"not compressed", "extra": packed + b"zz"}.items(): show(label, lambda: len(zlib.decompress(data))); show("  object", lambda: (o := zlib.decompressobj(), len(o.decompress(data)), len(o.flush()), o.eof, o.unused_data)[1:])
for label, call in {"str": lambda: zlib.compress("x"), "int": lambda: zlib.decompress(3), "bufsize 0": lambda: zlib.decompress(packed, bufsize=0) == DATA, "bufsize neg": lambda: zlib.decompress(packed, bufsize=-1), "bufsize 1": lambda: zlib.decompress(packed, bufsize=1) == DATA, "max_length neg": lambda: zlib.decompressobj().decompress(packed, -1), "max_length 0": lambda: len(zlib.decompressobj().decompress(packed, 0)), "flush 0": lambda: zlib.decompressobj().flush(0), "flush neg": lambda: zlib.decompressobj().flush(-5), "flush mode": lambda: zlib.compressobj().flush(99), "method": lambda: zlib.compressobj(6, 7), "memLevel": lambda: zlib.compressobj(memLevel=0), "strategy": lambda: zlib.compressobj(strategy=99), "pickle": lambda: pickle.dumps(zlib.compressobj()), "new": lambda: type(zlib.compressobj())(), "attribute": lambda: setattr(zlib.decompressobj(), "eof", True), "read only": lambda: zlib.decompressobj().unused_data, "memoryview": lambda: zlib.decompress(memoryview(packed)) == DATA, "strided": lambda: zlib.compress(memoryview(DATA)[::2]), "keyword": lambda: zlib.compress(data=b"")}.items(): show(label, call)
for data in (b"", b"a", DATA, bytearray(b"abc"), memoryview(b"abc")): print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(data, 5), zlib.adler32(data, 2**32 + 5), zlib.crc32(data, -1))
print(zlib.crc32(DATA[100:], zlib.crc32(DATA[:100])) == zlib.crc32(DATA), zlib.adler32(DATA[100:], zlib.adler32(DATA[:100])) == zlib.adler32(DATA), zlib.MAX_WBITS, zlib.DEF_BUF_SIZE, zlib.DEF_MEM_LEVEL, zlib.error.__mro__[1])
