class Abstract:
    def __init_subclass__(cls):
        missing = [n for n in cls.required if not callable(getattr(cls, n, None))]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")
    required = ("run", "stop")


class Good(Abstract):
    def run(self): return "run"
    stop = run


print(Good().stop())
try:
    class Bad(Abstract):
        run = 5
except TypeError as error:
    print(error)


class Plugin:
    plugins = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Plugin.plugins[cls.__name__] = cls

    def __class_getitem__(cls, name):
        return cls.plugins[name]


class X(Plugin): v = 1
class Y(X): v = 2


print(Plugin["X"].v, Plugin["Y"]().v, list(Plugin.plugins), [c.__name__ for c in Plugin.__subclasses__()])
