def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for s in ["1.5", " -2e3 ", "inf", "-Infinity", "NaN", "+nan", "1_0.5", "1e400", ".5", "5.", "1e-400", "١.٥", b"2.5", "0x1p3", "", " ", "1__0", "_1", "1e", "e5", "abc", "1.5.2", "1 2", "--1", "infinit", "1e1_0", "1\0", ".", "+", "1_e5"]:
    show(float, s)
for v in [5, True, 10 ** 30, 10 ** 400, None, [], 1j, {}]:
    show(float, v)
show(float)
show(float, 1, 2)


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 4


class Bad:
    def __float__(self):
        return 1


print(float(F()), float(I()), float("1" * 400) > 1e308)
show(float, Bad())
print(float.fromhex("0x1.8p1"), float.fromhex("-0x.8"), float.fromhex("inf"), float.fromhex("1"), float.fromhex("0x1p-1074"))
show(float.fromhex, "0x1p1025")
show(float.fromhex, "zz")
show(float.fromhex, 5)
