# Every type of plain value, in every version of the format, there and back.
import marshal

values = [
    None, True, False, ..., StopIteration, 0, 1, -1, 1000, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**70, -2**70,
    0.0, -0.0, 1.5, 1e300, float("inf"), 1j, 2.5 - 0.5j, "", "abc", "a b", "é", "\ud800x", "x" * 300, "日本",
    b"", b"ab", b"\0" * 5, (), (1, 2), ("a", ("b",)), [], [1, [2]], {}, {1: 2, "a": [3]}, {3}, frozenset([4]), set(), frozenset(),
]
for version in range(5):
    for value in values:
        data = marshal.dumps(value, version)
        back = marshal.loads(data)
        assert type(back) is type(value) and repr(back) == repr(value), (version, value, back)
for value in values:
    if not isinstance(value, (list, tuple, dict, set, frozenset)):
        print(repr(value)[:20].encode("ascii", "backslashreplace"), marshal.dumps(value, 2)[:24], marshal.dumps(value)[:24])
print(marshal.dumps(bytearray(b"x")), marshal.dumps(memoryview(b"xy")))
print(marshal.version)
