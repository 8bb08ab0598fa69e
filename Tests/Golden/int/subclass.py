class N(int):
    def __new__(cls, v, tag=""):
        self = super().__new__(cls, v)
        self.tag = tag
        return self

    def __add__(self, other):
        return N(int(self) + int(other), "sum")

    def __repr__(self):
        return f"N({int(self)}, {self.tag!r})"


a = N(5, "x")
print(a, repr(a), str(a), a + 1, 1 + a, type(1 + a), a * 2, type(a * 2), -a, type(+a), a == 5, hash(a) == hash(5), {5: "v"}[a], [1] * a, f"{a:03d}", "%d" % a, int(a), type(int(a)), a.real, type(a.real))


class Weird(int):
    def __eq__(self, o):
        return True

    def __lt__(self, o):
        return "lt"

    def __radd__(self, o):
        return "radd"

    def __hash__(self):
        return 1


w = Weird(3)
print(w == 100, 100 == w, w < 1, 1 > w, 1 + w, w + 1, w != 3, [w] == [9], 7 in [w])


class F(int):
    def __str__(self):
        return "F!"

    def __format__(self, spec):
        return "fmt" + spec


print(F(1), f"{F(1)}", f"{F(1):x}", "%s %d" % (F(1), F(1)), repr(F(1)), "{}".format(F(2)), [F(3)])
print(bool(N(0)), isinstance(True, int), issubclass(bool, int), N(3) in range(5), range(N(3)), chr(N(65)), round(N(15), -1), type(round(N(15), -1)), type(N(3).__index__()))
