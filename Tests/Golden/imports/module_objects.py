import sys
M = type(sys)
m = M("made", "doc")
m.x = 1
print(m.__name__, m.__doc__, m.__dict__.keys(), repr(m), m.x, m.__loader__, m.__spec__, m.__package__)
sys.modules["made"] = m
from made import x
print(x)
m.__getattr__ = lambda name: f"dynamic {name}"
print(m.anything)
from made import other
print(other)
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
del m.__getattr__
for s in ["m.nope", "del m.nope", "from made import nope", "M()", "M(5)", "m.__dict__ = {}"]:
    try:
        exec(s)
    except Exception as e:
        print(s, type(e).__name__, e)
m.__name__ = "renamed"
print(repr(m), repr(sys), repr(__import__("math"))[:14])
class Sub(M):
    @property
    def p(self): return "prop"
s = Sub("s")
print(s.p, isinstance(s, M))
