def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)




class A:
    def f(self):
        return "A.f"

    def nothing(self):
        return super().nothing

    def noself():
        return super()

    def deleted(self):
        del self
        return super()

    def setting(self):
        super().x = 1

    def unbound(self):
        return super(A)

    @staticmethod
    def static():
        return super()


class B(A):
    def f(self):
        return super().f() + super().__class__.__name__

    def wrong(self):
        return super(B, 5)


b = B()
show(b.f)
show(b.nothing)
show(A.noself)
show(b.deleted)
show(b.setting)
show(b.wrong)
show(A.static)
show(super)
show(super, 5)
show(super, int, "a")
show(super, A, 5)
show(super, 1, 2, 3)
show(lambda: super())
print(repr(b.unbound()), repr(super(A)), super(A).__get__(b).f.__name__ if hasattr(super(A).__get__(b), "f") else "no f", super(B, b).f())
x = super(B, b)
x2 = super(B, B)
print(x2.f(b), hasattr(x, "zz"), x.__doc__ is None or True)


class P:
    def m(self):
        def inner():
            return super()
        try:
            return inner()
        except (RuntimeError, TypeError) as error:
            return str(error)

    def comp(self):
        try:
            return [super().__repr__()[:3] for _ in (1,)]
        except TypeError as error:
            return str(error)


print(P().m(), P().comp())
