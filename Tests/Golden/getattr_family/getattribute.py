class A:
    x = "class x"

    def __init__(self):
        self.y = 1

    def __getattribute__(self, name):
        print("ga", name)
        if name == "special":
            return "special!"
        if name == "deny":
            raise AttributeError("denied")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback " + name

    def m(self):
        return "m"


a = A()
print(a.x, a.y, a.special, a.deny, a.zzz, a.m(), a.__class__.__name__, a.__dict__)
print(object.__getattribute__(a, "y"), isinstance(a, A), str(a)[:11])
a.y = 2
del a.y
try:
    object.__getattribute__(a, "y")
except AttributeError as error:
    print(error)
A.__len__ = lambda self: 3
print(len(a))


class Meta(type):
    def __getattribute__(cls, name):
        print("meta ga", name)
        return super().__getattribute__(name)


class B(metaclass=Meta):
    k = 1


print(B.k, B().k)
