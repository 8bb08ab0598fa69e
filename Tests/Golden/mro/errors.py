def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)


class A: pass
class B(A): pass


attempt(lambda: type("C", (A, B), {}))
attempt(lambda: type("C", (A, A), {}))
attempt(lambda: type("C", (object, A), {}))
attempt(lambda: type("C", (int, str), {}))
attempt(lambda: type("C", (bool,), {}))
attempt(lambda: type("C", (5,), {}))
attempt(lambda: type("C", (type(None),), {}))
attempt(lambda: type("C", (type(lambda: 0),), {}))
attempt(lambda: type("C", (range,), {}))
attempt(lambda: type("C", (slice,), {}))
attempt(lambda: type(5, (), {}))
attempt(lambda: type("C", [], {}))
attempt(lambda: type("C", (), []))
attempt(lambda: type("C\0", (), {}))
P = type("P", (A,), {})
Q = type("Q", (B,), {})
attempt(lambda: type("R", (P, Q, A), {}).__mro__[1].__name__)
attempt(lambda: type("Z", (type("X", (P, Q), {}), type("Y", (Q, P), {})), {}))
