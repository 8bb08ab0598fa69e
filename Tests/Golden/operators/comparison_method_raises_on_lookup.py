# A comparison method whose descriptor raises counts as absent.
def booh(self): raise AttributeError("booh")


class E: __eq__ = property(booh)
print(E() == E())
class L: __lt__ = property(booh)
try:
    L() < L()
except TypeError as e:
    print(e)
class A: __add__ = property(booh)
try:
    A() + A()
except AttributeError as e:
    print(e)
deep = ()
for _ in range(5000): deep = (deep,)
for check in isinstance, issubclass:
    try:
        check(int, deep)
    except RecursionError as e:
        print(e)
