def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)




class A:
    def m(self, a):
        pass

    def n():
        pass

    @classmethod
    def c(cls, a):
        pass

    @staticmethod
    def s(a):
        pass

    def __init__(self, x=0):
        pass

    def __call__(self, q):
        pass


a = A()
show(a.m)
show(a.m, 1, 2)
show(a.n)
show(A.n, 1)
show(A.m)
show(A.m, 1)
show(a.c)
show(A.c, 1, 2)
show(a.s)
show(a.s, 1, 2)
show(A, 1, 2)
show(A, y=1)
show(a)
show(a, 1, 2)
show(a.m, b=1)
show(type("B", (), {}), 1)
show(type("B", (), {}), x=1)
show(type("B", (), {"__new__": lambda cls: object.__new__(cls)}), 1)
show(type("B", (), {"__init__": lambda self: None}), 1)
show(type("B", (), {"__init__": lambda self: 5}))
show(object.__new__)
show(object.__new__, 1)
show(object.__new__, int)
show(object.__init__)
show(object.__new__, A, 1, 2)


class N:
    def __new__(cls, a):
        return super().__new__(cls, a)


show(N, 1)


class I:
    def __init__(self, a):
        super().__init__(a)


show(I, 1)
