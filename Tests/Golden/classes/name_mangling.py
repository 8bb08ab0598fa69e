class A:
    __x = 1

    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self._A__direct = 4
        self.___triple = 5

    def get(self):
        return self.__x, self.__y, self.__z__, self.__direct

    def __private(self):
        return "A.private"

    def call(self):
        return self.__private()

    def kw(self, __arg=1):
        __local = 5
        return __arg, locals()

    class __Inner:
        __v = 1


class B(A):
    def __private(self):
        return "B.private"


class _C:
    def f(self):
        self.__q = 1
        return self.__dict__


class ___:
    def f(self):
        self.__n = 1
        return self.__dict__


a = A()
print(a.get(), a.__dict__, A._A__x, B().call(), B()._B__private(), _C().f(), ___().f())
print(a.kw()[0], sorted(a.kw()[1])[:2], A._A__Inner.__dict__["_Inner__v"], A._A__Inner.__qualname__)
try:
    a.__x
except AttributeError as error:
    print(error)


class D:
    def f(self):
        try:
            return __undefined
        except NameError as error:
            return str(error)

    def g(self):
        global __glob
        __glob = 7
        import sys as __s
        return [k for k in globals() if k.endswith("glob")], getattr(self, "__y", "no mangling in strings")

    def h(self, **kw):
        return kw


print(D().f(), D().g(), D().h(__k=1), D.h(D(), **{"__k": 2}))
