# bz2, lzma, hashlib and queue over CPython's own modules.
import bz2, hashlib, hmac, lzma, queue

data = bytes(range(256)) * 100 + b"the end"
for module in (bz2, lzma):
    packed = module.compress(data)
    print(module.__name__, len(packed) < len(data), module.decompress(packed) == data)
    try: module.decompress(b"not packed")
    except Exception as error: print(type(error).__name__, error)
decompressor = bz2.BZ2Decompressor()
packed = bz2.compress(b"piece by piece")
print(b"".join(decompressor.decompress(packed[i:i + 5]) for i in range(0, len(packed), 5)), decompressor.eof, decompressor.unused_data)
for name in ("md5", "sha1", "sha256", "sha3_256", "blake2b"):
    h = hashlib.new(name, b"abc")
    h.update(data)
    copy = h.copy()
    copy.update(b"x")
    print(name, h.hexdigest()[:32], copy.hexdigest()[:16], h.digest_size, h.block_size)
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex())
try: hashlib.new("nope")
except ValueError as error: print("ValueError", error)
q = queue.SimpleQueue()
for item in (1, None, [2]): q.put(item)
print(q.get(), q.get(), q.get(), q.empty(), q.qsize())
try: q.get_nowait()
except queue.Empty as error: print("Empty", repr(error))
