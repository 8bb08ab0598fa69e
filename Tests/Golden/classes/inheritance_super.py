class A:
    def __init__(self, **kw):
        print("A.init", kw)

    def f(self):
        return ["A"]

    @classmethod
    def c(cls):
        return ["A", cls.__name__]

    @property
    def p(self):
        return "A.p"


class B(A):
    def __init__(self, b=None, **kw):
        print("B.init", b)
        super().__init__(**kw)

    def f(self):
        return ["B"] + super().f()

    @classmethod
    def c(cls):
        return ["B"] + super().c()

    @property
    def p(self):
        return "B.p>" + super().p


class C(A):
    def __init__(self, c=None, **kw):
        print("C.init", c)
        super().__init__(**kw)

    def f(self):
        return ["C"] + super().f()

    @classmethod
    def c(cls):
        return ["C"] + super(C, cls).c()


class D(B, C):
    def f(self):
        return ["D"] + super().f()

    def g(self):
        return super(B, self).f(), super(D, self).p, [super(D, self).f() for _ in range(1)]

    x = staticmethod(lambda: "static")


d = D(b=1, c=2, z=3)
print(d.f(), d.g(), D.c(), d.p, D.x(), [k.__name__ for k in D.__mro__])
s = super(B, d)
print(s.f(), s.__thisclass__, s.__self__ is d, s.__self_class__, repr(s)[:27], super(D, D).c())
