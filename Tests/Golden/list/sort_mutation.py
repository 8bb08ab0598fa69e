a = [3, 1, 2]


def key(v):
    seen.append(list(a))
    return v


seen = []
a.sort(key=key)
print(a, seen)


def evil(v):
    a.append(v)
    return v


try:
    a.sort(key=evil)
except ValueError as error:
    print(error, a)


def failing(v):
    if v == 2:
        raise KeyError(v)
    return v


a = [3, 2, 1]
try:
    a.sort(key=failing)
except KeyError as error:
    print("key", error, a)


class C:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        if other.v == 5:
            raise RuntimeError("compare")
        return self.v < other.v

    def __repr__(self):
        return str(self.v)


b = [C(9), C(5), C(1)]
try:
    b.sort()
except RuntimeError as error:
    print(error, sorted(c.v for c in b))
