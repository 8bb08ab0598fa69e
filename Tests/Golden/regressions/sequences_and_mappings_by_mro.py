# `match` takes an instance for a sequence or a mapping as the first class of its MRO that is one; class methods of class methods; floats
# of strings with __float__.
import collections
import collections.abc


class C:
    pass


class M1(collections.UserDict, collections.abc.Sequence):
    pass


class M2(C, collections.UserDict, collections.abc.Sequence):
    pass


class S2(C, collections.UserList, collections.abc.Mapping):
    pass


class S3(list, C, collections.abc.Mapping):
    pass


for cls in (M1, M2, S2, S3):
    match cls():
        case [*_]:
            print(cls.__name__, "sequence")
        case {}:
            print(cls.__name__, "mapping")
        case _:
            print(cls.__name__, "neither")


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        return lambda: (instance, owner)


class A:
    f = classmethod(Bound(len))
    g = classmethod(classmethod(lambda cls: cls))


print(A.f() == (A, A), A.g() is A)


class Number(str):
    def __float__(self):
        return 9.0


print(float(Number("8")), float(Number("x")))
