def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, -2), divmod(-7.5, 2), round(2.5), round(-0.5), round(1234.567, -2), pow(2, 5), pow(2, -1), pow(5, 3, 7))


class A:
    def __abs__(self): return "abs"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __trunc__(self): return "trunc"


print(abs(A()), divmod(A(), 1), divmod(1, A()), pow(A(), 2), pow(A(), 2, 3), pow(2, A()))
show(abs, "a")
show(abs)
show(abs, 1, 2)
show(divmod, 1)
show(divmod, "a", 1)
show(pow, 2)
show(pow, 2, A(), 3)
show(round, A())
