class CM:
    def __init__(self, log, swallow=False):
        self.log, self.swallow = log, swallow

    def __enter__(self):
        print("enter", self.log)
        return self

    def __exit__(self, t, v, tb):
        print("exit", self.log, t and t.__name__, v, tb is not None)
        return self.swallow


with CM(1) as a, CM(2) as b:
    print(a.log, b.log)
with (CM(3) as c, CM(4, True) as d,):
    raise ValueError("swallowed by 4")
with CM(5, True):
    with CM(6):
        1 / 0
print("on")


def f():
    with CM("return"):
        return "value"


def g():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: break


print(f(), g())
with CM("t") as a.attr:
    print(a.attr.log)


class NoExit:
    def __enter__(self): pass


class NoEnter:
    def __exit__(self, *a): pass


class EnterFails:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *a): print("never")


class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")


for cm in (NoExit(), NoEnter(), 5, EnterFails(), ExitFails()):
    try:
        with cm:
            print("body")
    except Exception as e:
        print(type(e).__name__, e)
try:
    with ExitFails():
        raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))
with CM("order") as v, CM(v.log + " second"):
    pass
