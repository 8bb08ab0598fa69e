class A:
    def __setattr__(self, name, value):
        print("set", name, value)
        if name.startswith("ro"):
            raise AttributeError("read only " + name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

    def __dir__(self):
        return ["z", "a", "m"]


a = A()
a.x = 1
a.x += 1
setattr(a, "y", 2)
print(a.__dict__, dir(a))
del a.x
delattr(a, "y")
for f in (lambda: setattr(a, "ro1", 1), lambda: delattr(a, "none"), lambda: object.__setattr__(5, "x", 1), lambda: object.__setattr__(a, 5, 1), lambda: object.__delattr__(a, "q"), lambda: type.__setattr__(int, "x", 1), lambda: object.__setattr__(int, "x", 1)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)


class D:
    def __dir__(self):
        return 5


for o in (D(),):
    try:
        dir(o)
    except TypeError as error:
        print(error)
print(dir(type("E", (), {"b": 1, "a": 2})())[-2:], [n for n in dir(5) if n.startswith("to_")], dir.__name__)
