class N:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"N({self.v})"


def make(name, r=False):
    def op(self, other=None, mod=None):
        return f"{name}({self.v},{getattr(other, 'v', other)}{',' + str(mod) if mod is not None else ''})"
    return op


for n in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split():
    setattr(N, f"__{n}__", make(n))
    setattr(N, f"__r{n}__", make("r" + n))
for n in "neg pos invert abs".split():
    setattr(N, f"__{n}__", make(n))
for n in "lt le gt ge eq ne contains getitem round".split():
    setattr(N, f"__{n}__", make(n))
a, b = N(1), N(2)
print(a + b, a - 1, 1 - a, a * b, a / 2, 2 / a, a // b, a % b, 5 % a, a ** b, 2 ** a, pow(a, 2, 3), a << 1, 1 << a, a >> b, a & b, a | 1, 1 | a, a ^ b, a @ b, [] @ a, divmod(a, 1), divmod(1, a))
print(-a, +a, ~a, abs(a), a < b, a <= 1, 1 < a, 1 >= a, a == b, 1 == a, a != 1, 1 in a, a[1], a[1:2], round(a), round(a, 2), "x" + a, "%s" % a, [1] + a, (1,) * a)
