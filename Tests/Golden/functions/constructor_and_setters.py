import sys, types
def tr(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, repr(e.args), e.__context__, e.__cause__)
# function attribute errors
def f(a, b=1, *, c=2): "doc"
for n, v in [("__name__", 1), ("__qualname__", 1), ("__defaults__", 1), ("__kwdefaults__", 1), ("__code__", 1), ("__annotations__", 1), ("__dict__", 1), ("__globals__", {}), ("__closure__", ()), ("__builtins__", {}), ("__module__", 5), ("__doc__", 7), ("__annotations__", None), ("__defaults__", None), ("__kwdefaults__", None)]:
    print(n, end=' '); tr(setattr, f, n, v)
for n in "__name__ __qualname__ __defaults__ __kwdefaults__ __code__ __annotations__ __dict__ __globals__ __closure__ __builtins__ __module__ __doc__".split():
    print("del", n, end=' '); tr(delattr, f, n); print("  ", repr(getattr(f, n, "missing"))[:60] if n not in ("__globals__","__builtins__", "__code__") else "")
def mk():
    x = 1
    def inner(): return x
    return inner
tr(setattr, f, "__code__", mk().__code__)
tr(setattr, mk(), "__code__", f.__code__)
FT = types.FunctionType
tr(FT); tr(FT, 1); tr(FT, f.__code__); tr(FT, f.__code__, 1); tr(FT, f.__code__, {}, 1); tr(FT, f.__code__, {}, None, 1); tr(FT, f.__code__, {}, None, None, 1)
tr(FT, mk().__code__, {}); tr(FT, mk().__code__, {}, None, None, 1); tr(FT, mk().__code__, {}, None, None, ()); tr(FT, mk().__code__, {}, None, None, (1,)); tr(FT, f.__code__, {}, None, None, (types.CellType(1),))
g = FT(f.__code__, {"__name__": "mod"}, "nm", (3,), None); print(g.__name__, g.__qualname__, g.__module__, g.__defaults__, g.__closure__, sorted(g.__builtins__)[:1])
g = FT(f.__code__, {"__builtins__": {"q": 1}}); print(g.__module__, g.__builtins__, g.__doc__)
g = FT(f.__code__, {}); print(g.__module__, type(g.__builtins__), g.__annotations__, g.__dict__, g.__kwdefaults__)
tr(FT, f.__code__, {}, foo=1); tr(FT, f.__code__, globals={}, name="x"); tr(FT, f.__code__, {}, "a", None, None, 1)
tr(f.__get__, None, None); print(f.__get__(None, int) is f, f.__get__(3))
tr(f.__get__); 
print(repr(f)[:16], repr(mk())[:30])
