class M1(type): pass
class M2(type): pass
class M3(M1, M2): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


try:
    class C(A, B): pass
except TypeError as error:
    print(error)
class D(A, B, metaclass=M3): pass
class E(D): pass
print(type(D).__name__, type(E).__name__, type(type("F", (A,), {})).__name__)


def function_meta(name, bases, ns):
    return name, bases, sorted(ns)


class G(metaclass=function_meta):
    x = 1


print(G)
class H(metaclass=lambda *a, **k: "anything", extra=1): pass
print(H)
try:
    class I(metaclass=5): pass
except TypeError as error:
    print(error)
try:
    class J(unknown=1): pass
except TypeError as error:
    print(error)
try:
    class K(type):
        @classmethod
        def __prepare__(m, *a): return 5
    class L(metaclass=K): pass
except TypeError as error:
    print(error)
class N(type): pass
print(N("Made", (), {"a": 1}).a, type.__call__(N, "X", (), {}).__name__, type(5), type("Z", (), {})().__class__.__name__)
