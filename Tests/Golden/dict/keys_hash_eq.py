class K:
    def __init__(self, n, h):
        self.n = n
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        log.append((self.n, getattr(other, "n", other)))
        return isinstance(other, K) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


log = []
a, b, c = K(1, 5), K(2, 5), K(1, 5)
d = {a: "a"}
d[b] = "b"
print(d, log)
log.clear()
print(d[c], log)
log.clear()
d[c] = "c"
print(d, list(d)[0] is a, a in d, log)


class Bad:
    def __hash__(self):
        return "x"


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


class Raises:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


for k in (Bad(), NoHash(), EqOnly(), []):
    try:
        {k: 1}
    except TypeError as error:
        print(error)
r = {Raises(): 1}
try:
    r[Raises()]
except ValueError as error:
    print(error)
print(hash(K(1, 2 ** 61)), hash(K(1, -1)), hash(K(1, 2 ** 100)), hash(K(0, True)))
