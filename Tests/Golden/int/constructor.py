def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for a in [("12",), (" -12 \n",), ("1_000",), ("+7",), ("ff", 16), ("0xff", 16), ("0xFF", 0), ("0b11", 0), ("0o17", 0), ("z", 36), ("Z9", 36), ("١٢",), ("0", 0), ("00", 0), ("-0b1", 0), (b"12",), (bytearray(b"ff"), 16), (3.9,), (-3.9,), (True,), (1e20,), (), ("10", 2), ("1_0", 0), ("0x_f", 16)]:
    print(a, int(*a))
for a in [("",), ("a",), ("1.5",), ("--1",), ("1__0",), ("_1",), ("1_",), ("0x",), ("9", 8), ("1", 1), ("1", 37), ("1", -1), (1, 10), (1.5, 10), ([],), (None,), ("1 2",), ("01", 0), ("0b2", 0), (float("inf"),), (float("nan"),), ("1", "a"), (b"x",), (1j,), ("é",), ("1\0",), ("12", 2), ("a" * 10,)]:
    show(int, *a)
show(int, "1", base=2.5)
show(lambda: int(x="5"))
print(int("7", base=8), int.from_bytes(b"\x01\x02", "big"), int())


class I:
    def __int__(self):
        return 5


class X:
    def __index__(self):
        return 6


class T:
    def __trunc__(self):
        return 7


class Bad:
    def __int__(self):
        return "x"


class B2:
    def __int__(self):
        return True


print(int(I()), int(X()), [10, 20, 30, 40, 50, 60, 70][X()], hex(X()), int("11", X()))
show(int, Bad())
show(hex, I())
