# The module _pickle: what protocols write, and what is read back.
import _pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slots:
    __slots__ = ("a", "b")


class Call:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


slots = Slots()
slots.a = 1
loop = [1]
loop.append(loop)
for value in (None, True, 5, -1, 256, 70000, -2 ** 31, 2 ** 31, -2 ** 100, 1.5, "text", "\xe9\u20ac\n", b"bytes", bytearray(b"x"),
              (), (1,), (1, 2, 3, 4), [], [1, 2], {"a": 1}, {1, }, frozenset([2]), Point(1, "y"), slots, loop, range(3), 5j, int, len, Point,
              ..., type(None), Exception("a", 1)):
    for protocol in range(6):
        if value is slots and protocol < 2:
            continue
        data = _pickle.dumps(value, protocol)
        again = _pickle.loads(data)
        print(protocol, len(data) if protocol == 4 else data, type(again) is type(value))
for wrong in (Call(1), Call((int,)), Call((1, ())), Call((int, 1)), Call("missing"), lambda: 0, (x for x in ())):
    try:
        _pickle.dumps(wrong)
    except (_pickle.PicklingError, TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
