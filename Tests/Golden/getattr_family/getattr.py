class A:
    real = 1

    def __getattr__(self, name):
        print("getattr", name)
        if name == "no":
            raise AttributeError(f"custom no {name}")
        return name.upper()


a = A()
print(a.real, a.foo, hasattr(a, "no"), getattr(a, "no", "default"), hasattr(a, "yes"))
try:
    a.no
except AttributeError as error:
    print(error)
try:
    len(a)
except TypeError as error:
    print(error)
try:
    A.foo
except AttributeError as error:
    print(error)


class P:
    def __getattr__(self, name):
        return lambda *args: (name, args)


p = P()
print(p.anything(1, 2), p.x.__class__.__name__, p("x") if callable(p) else "not callable")


class R:
    def __getattr__(self, name):
        return self.missing


try:
    R().x
except RecursionError as error:
    print("RecursionError", str(error)[:32])


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        setattr(self, name, len(name))
        return getattr(self, name)


z = Lazy()
print(z.abc, z.__dict__, z.abc)
