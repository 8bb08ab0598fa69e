# Damaged data raises and does no more.
import marshal

for bad in [
    b"", b"?", b"X", b"R\0\0\0\0", b"r\0\0\0\0", b"i\0", b"s\xff\xff\xff\xff", b"[\xff\xff\xff\xff", b"l\0\0\0\0",
    b"l\1\0\0\0\0\0", b"l\1\0\0\0\xff\xff", b"l\0\0\0\x80", b"0", b"{0", b"{N", b"f\x031.x", b"f\x031.5", b"u\1\0\0\0\xff", b"c",
    b"(\1\0\0\0", b"<\1\0\0\0[\0\0\0\0", b"I\1\0\0\0\0\0\0\0", b"y" + b"\0" * 15, b"t\2\0\0\0ab", b"z\xff", b"(\1\0\0\0" * 3000,
    b"<\xff\xff\xff\xff", b"u\xff\xff\xff\xff", b"[\2\0\0\0N0", b"\xda\2a", b")\2NN", b")\2N0",
]:
    try:
        print(bad[:12], repr(marshal.loads(bad))[:50])
    except (EOFError, ValueError, TypeError) as e:
        print(bad[:12], type(e).__name__, e)


class Number(int):
    pass


for value in [Number(3), object(), [object()], {1: object()}, type, range(3), slice(1, 2), lambda: 0]:
    try:
        print(marshal.dumps(value))
    except ValueError as e:
        print(type(value).__name__, e)
deep = []
for _ in range(3000):
    deep = [deep]
try:
    marshal.dumps(deep)
except ValueError as e:
    print(e)
for arguments in [("abc",), (), (b"", 1)]:
    try:
        marshal.loads(*arguments)
    except TypeError as e:
        print(e)
