class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
class F(E, O): pass


def names(c):
    return [k.__name__ for k in c.__mro__]


print(names(C), names(E), names(F), names(int), names(bool), F.mro() == list(F.__mro__))
print([c.__name__ for c in O.__subclasses__()], issubclass(F, D), issubclass(D, F), isinstance(F(), (int, B)))
