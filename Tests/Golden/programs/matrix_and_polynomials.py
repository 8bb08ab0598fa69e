class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and c[-1] == 0: c.pop()
        self.c = tuple(c)
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)))
    def __mul__(self, o):
        if not isinstance(o, Poly): return Poly(*(k * o for k in self.c))
        r = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    __rmul__ = __mul__
    def __eq__(self, o): return self.c == o.c
    def __pow__(self, n):
        r = Poly(1)
        while n:
            if n & 1: r = r * self
            self, n = self * self, n >> 1
        return r
    def __str__(self):
        return " + ".join(f"{k}x^{i}" if i > 1 else f"{k}x" if i else str(k) for i, k in enumerate(self.c) if k) or "0"


p = Poly(1, 1)
print(p ** 5, "|", p * p + 2 * p, "|", (p ** 10)(2), Poly(), Poly(0, 0), p == Poly(1, 1, 0))
def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def det(m): return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
m = [[2, 0, 1], [1, 3, 2], [1, 1, 1]]
print(matmul(m, m), det(m), det([[i * j + i ^ j for j in range(5)] for i in range(5)]), [list(r) for r in zip(*m)])
