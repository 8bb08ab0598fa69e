class V:
    def __init__(self, *v):
        self.v = list(v)

    def __add__(self, o):
        return V(*[a + b for a, b in zip(self.v, o.v)])

    def __mul__(self, k):
        return V(*[a * k for a in self.v])

    __rmul__ = __mul__

    def __eq__(self, o):
        return self.v == o.v

    def __len__(self):
        return len(self.v)

    def __getitem__(self, i):
        return self.v[i]

    def __setitem__(self, i, x):
        self.v[i] = x

    def __contains__(self, x):
        return x in self.v

    def __iter__(self):
        return iter(self.v)

    def __call__(self, x):
        return sum(self.v) + x

    def __bool__(self):
        return any(self.v)

    def __repr__(self):
        return "V" + str(tuple(self.v))


a = V(1, 2)
print(a + V(3, 4), a * 3, 2 * a, a == V(1, 2), a != V(1, 2))
a[0] = 7
print(len(a), a[0], 2 in a, list(a), a(10), bool(V(0)), bool(a))
