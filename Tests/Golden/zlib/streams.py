# The module zlib: whole texts, streams piece by piece, dictionaries, damage.
import zlib

text = b"".join(b"%d," % (number * number % 1000) for number in range(3000))
for level in (0, 1, 6, 9):
    packed = zlib.compress(text, level)
    print(level, len(packed), zlib.decompress(packed) == text)
for bits in (-15, 31, 9):
    print(bits, zlib.decompress(zlib.compress(text, wbits=bits), wbits=bits) == text)
print(zlib.crc32(text), zlib.adler32(text), zlib.crc32(text[5:], zlib.crc32(text[:5])))
stream = zlib.compressobj()
packed = stream.compress(text[:1000]) + stream.flush(zlib.Z_SYNC_FLUSH) + stream.copy().flush()[:0] + stream.compress(text[1000:]) + stream.flush()
for limit in (7, 1000, 10 ** 6):
    reader = zlib.decompressobj()
    result, data = b"", packed + b"behind"
    while not reader.eof:
        result += reader.decompress(data, limit)
        data = reader.unconsumed_tail
    print(result == text, reader.unused_data)
writer = zlib.compressobj(zdict=b"abcd")
packed = writer.compress(b"abcdabcd") + writer.flush()
print(zlib.decompressobj(zdict=b"abcd").decompress(packed))
for call in (lambda: zlib.decompress(packed), lambda: zlib.decompress(b"abc"), lambda: zlib.decompress(zlib.compress(b"x")[:-1]),
             lambda: zlib.compress(b"x", 10), lambda: zlib.compress("x"), lambda: writer.compress(b"x"),
             lambda: zlib.decompressobj(zdict=b"other").decompress(packed), lambda: zlib.decompressobj().decompress(b"x", -1)):
    try:
        print(call())
    except (zlib.error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
