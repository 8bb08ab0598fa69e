def f(a: int, b: "str" = 1, *args: list, c: 1 + 1 = 2, **kw: None) -> float:
    """Doc string."""
    x = 1
    return x


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__closure__, f.__dict__, f.__code__.co_consts[0], f.__code__.co_varnames, f.__globals__ is globals(), f.__builtins__ is __builtins__.__dict__ if not isinstance(__builtins__, dict) else True)
f.attr = 5
f.__name__ = "renamed"
f.__qualname__ = "q.renamed"
f.__doc__ = None
print(f.attr, f.__dict__, f.__name__, repr(f)[:20], f.__doc__, hasattr(f, "zzz"))
del f.attr
for source in ["f.__name__ = 5", "f.__qualname__ = None", "del f.__name__", "f.__dict__ = 5", "f.__code__ = 5", "f.zzz", "del f.zzz", "f.__closure__ = 1", "f.__globals__ = {}", "f.__annotations__ = 5"]:
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)


def g():
    return "g"


f.__code__ = g.__code__
print(f(), (lambda: 0).__name__, (lambda: 0).__qualname__)


def outer():
    def inner():
        class C:
            def m(self):
                pass

        return C

    return inner


print(outer().__qualname__, outer()().__qualname__, outer()().m.__qualname__, outer()().__module__)
d = (lambda: 0)
d.__dict__ = {"k": 1}
print(d.k, type(f).__name__, type(print).__name__, type([].append).__name__, type(list.append).__name__, type("".__add__).__name__, type(str.__add__).__name__, type(f.__get__(1)).__name__)
F = type(f)
h = F(g.__code__, {"g": 1}, "made", (1,), None)
print(h.__name__, h.__defaults__, h())
