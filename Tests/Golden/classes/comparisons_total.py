class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v if isinstance(o, V) else NotImplemented

    def __hash__(self):
        return hash(self.v)


a, b = V(1), V(2)
print(a == b, a != b, a < b, b > a, a == 1, a != 1, [V(1)] == [V(1)], V(1) in [V(1)], {V(1): "x"}[V(1)], len({V(1), V(1)}), max([a, b]).v, sorted([b, a])[0] is a)
for source in ["a <= b", "a >= b", "a < 1", "1 > a", "a > 1"]:
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, error)


class NE:
    def __ne__(self, o):
        return "ne"


print(NE() != 1, NE() == 1, not NE() == 1)


class Ret:
    def __eq__(self, o):
        return [1]

    def __lt__(self, o):
        return None


print(Ret() == 1, Ret() != 1, Ret() < 1, bool(Ret() == 1), Ret() in [1])
print(object.__eq__(1, 1), object.__eq__(1, 2), object().__lt__(1), object.__ne__(a, a), object.__ne__(a, b))
