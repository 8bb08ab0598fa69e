"""A function that is defined again over the same local variable goes at once, and so do its defaults and closures."""
import weakref


def rounds(count):
    seen = []
    for number in range(count):
        def inner():
            return number
        seen.append(weakref.ref(inner))
    alive = [reference() is not None for reference in seen]
    square = lambda x: x * x
    seen = [weakref.ref(square)]
    square = lambda x: x + x
    return alive, seen[0]() is None, square(4)


print(rounds(4))


def plain():
    def first():
        pass
    reference = weakref.ref(first)
    def first():
        pass
    return reference() is None


print(plain())
