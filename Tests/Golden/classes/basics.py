class A:
    """Doc."""
    x = 1
    y = x + 1

    def m(self):
        return self.x

    if y > 1:
        z = "conditional"
    for i in range(2):
        pass


print(A.x, A.y, A.z, A.i, A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__mro__, A.__dict__.keys() - {"__dict__", "__weakref__"} == {"x", "y", "m", "z", "i", "__module__", "__doc__"}, type(A), A.__class__)
a = A()
print(a.m(), a.__dict__, a.__class__, a.__doc__, a.__module__, type(a) is A)
a.x = 10
A.x = 100
print(a.x, A().x, a.m(), A.m(a), A.m(A()))
del a.x
print(a.x)
A.new = lambda self, k: (self.x, k)
print(a.new(5))
del A.new
print(hasattr(a, "new"), str(a)[:12], repr(A), str(A), a == a, a == A(), a != A(), hash(a) == hash(a), bool(a))
a.__class__ = type("B", (), {"x": "B.x"})
print(a.x, type(a).__name__)
a.__dict__ = {"q": 1}
print(a.q, vars(a), dir(a)[-1])
for source in ["a.nothing", "A.nothing", "del a.nothing", "del A.nothing", "a.__class__ = 5", "a.__class__ = int", "a.__dict__ = 5", "A.__dict__['x'] = 1", "A.__name__ = 5", "A.__name__ = 'a\\0'", "A.__bases__ = ()", "A.__bases__ = (int,)", "del A.__name__", "int.x = 1", "del int.real", "A.__module__ = 5", "A().__init__(5)"]:
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
