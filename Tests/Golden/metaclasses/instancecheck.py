class M(type):
    def __instancecheck__(cls, o):
        print("instancecheck")
        return o == 5

    def __subclasscheck__(cls, c):
        print("subclasscheck")
        return c is int


class A(metaclass=M): pass


print(isinstance(5, A), isinstance(6, A), isinstance(A(), A), issubclass(int, A), issubclass(str, A), isinstance(5, (str, A)), issubclass(A, A))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("a", (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, [int]), lambda: issubclass(int, (str, [int]))):
    try:
        print(f())
    except TypeError as error:
        print(error)


class Duck:
    __class__ = int


class WithBases:
    __bases__ = (int,)


print(isinstance(Duck(), int), type(Duck()), isinstance(True, (str, (float, (int,)))), isinstance(1, int | str), issubclass(bool, int | None), isinstance(None, int | None), issubclass(WithBases(), int))
