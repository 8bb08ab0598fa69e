import sys
def probe():
    d=0
    def f(n):
        nonlocal d
        d=n
        f(n+1)
    try: f(0)
    except RecursionError: pass
    return d
class Vector:
    def __init__(self, x):
        self.x = x
    def __add__(self, o):
        if not isinstance(o, Vector): return NotImplemented
        return Vector(self.x+o.x)
    def __sub__(self, other):
        return NotImplemented
    def __le__(self, other):
        return NotImplemented
    def __gt__(self, other):
        return Truth(self.x > other.x)
    def __lt__(self, other):
        return self.x < other.x
    def __eq__(self, other):
        return self.x == other.x 
    def __mod__(self, other):
        raise ValueError("no remainder of %s" % other)
class Truth:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        return self.value
v,w=Vector(1),Vector(2)
print(probe())
def many(f):
    for i in range(100):
        try: f()
        except (TypeError, ValueError): pass
    return probe()
def br(a,b):
    if a > b: pass
def br2(a,b):
    if a < b: pass
def br3(a,b):
    if a == b: pass
print('gt', many(lambda: v > w), many(lambda: br(v,w)), many(lambda: br2(v,w)), many(lambda: br3(v,w)), many(lambda: v < w), many(lambda: v == w), many(lambda: v != w))
print('le', many(lambda: v <= w), many(lambda: v - w), many(lambda: v + w), many(lambda: v+1), many(lambda: 1+v), many(lambda: v%2))
