import _blake2
import _md5
import _sha1
import _sha256
import _sha3
import _sha512
import hashlib


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for make in (_md5.md5, _sha1.sha1, _sha256.sha224, _sha256.sha256, _sha512.sha384, _sha512.sha512, _sha3.sha3_224, _sha3.sha3_512, _blake2.blake2b,
    _blake2.blake2s):
    h = make(b"abc")
    c = h.copy(); c.update(b"d" * 300)
    print(h.name, h.digest_size, h.block_size, h.hexdigest(), c.hexdigest()[:20], make().hexdigest()[:12], h.digest()[:3])
    show("str", lambda: make("x"))
    show("keyword", lambda: make(string=b"x").name if h.name[:2] in ("md", "sh") and h.name[3:4] != "3" else h.name)
for make in (_sha3.shake_128, _sha3.shake_256):
    print(make(b"abc").hexdigest(10), make(b"").digest(3), make().digest_size)
    show("negative", lambda: make().digest(-1))
b = _blake2.blake2b
print(b(b"x", digest_size=5, key=b"key", salt=b"salt", person=b"me").hexdigest(),
    b(fanout=2, depth=3, leaf_size=100, node_offset=5, node_depth=1, inner_size=32, last_node=True).hexdigest()[:16], b.MAX_DIGEST_SIZE, b.SALT_SIZE,
    _blake2.blake2s.MAX_KEY_SIZE)
for options in ({"digest_size": 0}, {"digest_size": 65}, {"key": b"k" * 65}, {"salt": b"s" * 17}, {"person": b"p" * 17}, {"fanout": 256},
    {"depth": 0}, {"leaf_size": -1}, {"node_offset": 2**70}, {"inner_size": 65}, {"nope": 1}):
    show(options, lambda: b(**options))
for name in ("md5", "SHA256", "sha3_256", "blake2b", "nope", 5):
    show(name, lambda: hashlib.new(name, b"a").hexdigest()[:12])
print(sorted(hashlib.algorithms_guaranteed), hashlib.md5(b"a", usedforsecurity=False).name,
    hashlib.sha256(memoryview(b"ab")).hexdigest() == hashlib.sha256(bytearray(b"ab")).hexdigest())
import io
print(hashlib.file_digest(io.BytesIO(b"abc"), "sha1").hexdigest())
show("file", lambda: hashlib.file_digest(5, "sha1"))
show("text", lambda: hashlib.file_digest(io.StringIO("x"), "sha1"))
