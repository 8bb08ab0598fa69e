class P:
    z = "class z"

    def __init__(self, kind):
        if kind == 0: self.x, self.y = 1, 2
        elif kind == 1: self.y, self.x = 3, 4
        elif kind == 2: self.x = 5
        else:
            self.z = "instance"
            self.x = 6


def get(p): return p.x, getattr(p, "y", None), p.z


for _ in range(100): get(P(0))
print([get(P(k)) for k in (0, 1, 2, 3, 0)])
p = P(0)
for i in range(50):
    setattr(p, f"a{i}", i)
print(get(p), p.a49, len(p.__dict__))
del p.x
try:
    get(p)
except AttributeError as e:
    print(e)
P.x = "class x"
print(get(p))
p.__dict__["x"] = "through dict"
print(get(p))
p.__dict__ = {"x": "new dict", "y": 0}
print(get(p))
P.z = property(lambda self: "property wins")
print(get(p), get(P.__new__(P)))
del P.z
try:
    get(p)
except AttributeError as e:
    print(e)
P.__getattr__ = lambda self, n: f"getattr {n}"
print(get(p))
P.__getattribute__ = lambda self, n: f"getattribute {n}"
print(get(p))
del P.__getattribute__
print(get(p))
