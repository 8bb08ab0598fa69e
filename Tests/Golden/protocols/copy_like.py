class A:
    def __init__(self, v): self.v = v
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
    def __reduce__(self): return (A, (self.v,))
    def __sizeof__(self): return 100


a = A(1)
cls, args = a.__reduce__()
print(cls(*args).v, a.__reduce_ex__(2)[0].__name__, object().__reduce_ex__(2)[0].__name__, (1).__reduce_ex__(2)[1], [].__reduce_ex__(2)[1:3])
class B:
    def __init__(self): self.x = 1
    def __getstate__(self): return {"state": self.x}
print(B().__reduce_ex__(2)[2], object().__getstate__(), type("C", (), {"__slots__": ("s",)})().__getstate__())
class S:
    __slots__ = ("p", "q")
s = S(); s.p = 1
print(s.__getstate__(), [1, 2].__reduce_ex__(4)[3].__next__(), {}.__reduce_ex__(4)[4] is not None, (1, 2).__getnewargs__(), "a".__getnewargs__())
for o in (lambda: 0, (x for x in ()), __import__("sys"), [].__iter__()):
    try:
        o.__reduce_ex__(2)
        print("fine", type(o).__name__)
    except TypeError as e:
        print(e)
