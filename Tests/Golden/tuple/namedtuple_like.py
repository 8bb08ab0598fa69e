class P(tuple):
    __slots__ = ()
    x = property(lambda s: s[0])
    y = property(lambda s: s[1])

    def __new__(cls, x, y=0):
        return tuple.__new__(cls, (x, y))

    def replace(self, **kw):
        return P(kw.get("x", self.x), kw.get("y", self.y))


p = P(1)
q = p.replace(y=5)
print(p, q, q.x, q.y, p == (1, 0), p < q, {p: "d"}[(1, 0)])
a, b = q
print(a, b, [*q], q + p, min(p, q), hash(q) == hash((1, 5)))
try:
    p.x = 2
except AttributeError as error:
    print(error)
try:
    p.z = 2
except AttributeError as error:
    print(error)
try:
    P(1, 2, 3)
except TypeError as error:
    print(error)
