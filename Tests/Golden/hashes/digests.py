# Digests at the edges of their blocks; keys and parameters of BLAKE2.
import _blake2
import _md5
import _sha1
import _sha256
import _sha3
import _sha512

data = bytes(number * 7 & 255 for number in range(300))
for make in (_md5.md5, _sha1.sha1, _sha256.sha224, _sha256.sha256, _sha512.sha384, _sha512.sha512, _sha3.sha3_224, _sha3.sha3_256,
             _sha3.sha3_384, _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s):
    digest = make()
    print(digest.name, digest.block_size, digest.digest_size)
    for size in (0, 1, 55, 56, 64, 72, 111, 112, 128, 136, 300):
        print(make(data[:size]).hexdigest())
    for start in range(0, 300, 37):
        digest.update(data[start:start + 37])
    other = digest.copy()
    other.update(b"more")
    print(digest.digest() == make(data).digest(), other.hexdigest())
print(_sha3.shake_128(data).hexdigest(20), _sha3.shake_256(data).hexdigest(200)[-20:])
for options in ({"key": b"key"}, {"digest_size": 10}, {"salt": b"salt", "person": b"me"}, {"fanout": 2, "depth": 2, "leaf_size": 64, "last_node": True}):
    print(_blake2.blake2b(data, **options).hexdigest(), _blake2.blake2s(data, **options).hexdigest())
for call in (lambda: _md5.md5("text"), lambda: _blake2.blake2b(digest_size=65), lambda: _blake2.blake2s(key=b"x" * 33), lambda: _sha3.shake_128().digest(-1)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
