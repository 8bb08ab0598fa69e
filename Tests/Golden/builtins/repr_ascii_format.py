def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(repr("é\n"), ascii("é\n😀"), ascii([1, "é"]), format(5, "05"), format("a"), format(3.14159, ".2f"), repr([1, "a", None]), str(b"a"), repr(...), repr(print), repr(len), repr(int), repr(type), repr("a".upper)[:28], repr(str.upper), repr(int.__add__), repr((5).__add__)[:33], repr(range(3)), repr(slice(1)), repr(NotImplemented))


class A:
    def __repr__(self): return "é"


class B:
    def __repr__(self): return 5


class C:
    def __repr__(self): raise ValueError("repr fails")


print(A(), ascii(A()), [A()], f"{A()!a}", {"k": A()}, (A(),))
show(repr, B())
show(str, B())
show(repr, C())
show(repr, [C()])
show(repr)
show(format)
show(format, 1, 2)
show(ascii, B())
class D: pass
print(repr(D)[:17], repr(D())[:21], repr(D.__init__), repr(type(D())), repr(lambda: 0)[:20], repr((i for i in ()))[:30], repr(iter([]))[:21], repr(object())[:17], repr(super), repr(property()).split(" at")[0], repr(D().__str__)[:42])
