g = ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k")])])
print(repr(g), str(g), g.message, g.exceptions, isinstance(g, Exception), type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
print(g.subgroup(ValueError), g.subgroup(OSError), g.split(ValueError), g.split(lambda e: isinstance(e, KeyError)), g.subgroup((ValueError, KeyError)), g.subgroup(ExceptionGroup) is g)
print(g.derive([ValueError("d")]), [type(e).__name__ for e in g.exceptions])


class MyG(ExceptionGroup):
    def __new__(cls, m, e, extra=None):
        self = super().__new__(cls, m, e)
        self.extra = extra
        return self

    def __init__(self, m, e, extra=None):
        super().__init__(m, e)

    def derive(self, excs):
        return MyG(self.message, excs, self.extra)


m = MyG("m", [ValueError(1), KeyError(2)], extra="x")
a, b = m.split(ValueError)
print(repr(a), a.extra, repr(b), type(b).__name__)
for bad in (lambda: ExceptionGroup("g", []), lambda: ExceptionGroup("g", [5]), lambda: ExceptionGroup("g", 5), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("g", [KeyboardInterrupt()]), lambda: ExceptionGroup("g"), lambda: g.split(5), lambda: g.split(int), lambda: setattr(g, "message", 1), lambda: setattr(g, "exceptions", 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
