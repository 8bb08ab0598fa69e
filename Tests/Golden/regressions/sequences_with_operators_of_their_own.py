# A class that defines an operator of a sequence anew has not the sequence's one behind it.
class Add(tuple):
    def __add__(self, other):
        return NotImplemented


class Multiply(list):
    def __mul__(self, other):
        return NotImplemented


class Right(list):
    def __rmul__(self, other):
        return NotImplemented


class InPlace(list):
    def __iadd__(self, other):
        return NotImplemented

    def __imul__(self, other):
        return NotImplemented


class Text(str):
    def __add__(self, other):
        return NotImplemented


class Derived(Add):
    pass


def show(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


def add(a, b):
    a += b
    return a


def multiply(a, b):
    a *= b
    return a


for a in (Add((1,)), Multiply([1]), Right([1]), InPlace([1]), Text("a"), Derived((2,))):
    print(type(a).__name__)
    for b in (3, (2,), [2], "b"):
        show(lambda: a + b)
        show(lambda: b + a)
        show(lambda: a * b)
        show(lambda: b * a)
        show(lambda: add(a, b))
        show(lambda: multiply(a, b))
