class Fake:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print(len(bases))
        return self.bases


class A: pass
class B(Fake(A), int): pass
class C(Fake()): pass


print(B.__bases__, B.__orig_bases__[1], len(B.__orig_bases__), C.__bases__, hasattr(A, "__orig_bases__"))
try:
    class D(Fake.__new__(Fake)): pass
except AttributeError as error:
    print(error)
class Bad:
    def __mro_entries__(self, bases): return [A]
try:
    class E(Bad()): pass
except TypeError as error:
    print(error)
try:
    type("F", (Fake(A),), {})
except TypeError as error:
    print(error)
