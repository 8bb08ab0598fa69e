class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"):
            print("set", k)
        super().__setitem__(k, v)

    def __missing__(self, k):
        if k.startswith("auto"):
            print("auto", k)
            return k.upper()
        raise KeyError(k)


class M(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Log()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))


class A(metaclass=M):
    x = auto_one
    def f(self): pass
    class B: y = 1
    z = [x for x in range(2)]
    print(len("abc"))
    for i in (1, 2): pass
    del i


print(A.x, A.z, A.B.y)
