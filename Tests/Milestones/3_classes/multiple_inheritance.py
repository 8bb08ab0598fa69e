class Logger:
    def __init__(self, **kw):
        super().__init__(**kw)
        self.lines = []

    def log(self, text):
        self.lines.append(f"{type(self).__name__}: {text}")


class Named:
    def __init__(self, name="", **kw):
        super().__init__(**kw)
        self.name = name

    def hello(self):
        return "hello " + self.name


class Base:
    def __init__(self, **kw):
        assert not kw

    def hello(self):
        return "base"


class Service(Logger, Named, Base):
    def hello(self):
        self.log("hello called")
        return super().hello() + "!"


class Twice(Service):
    def hello(self):
        return " ".join([super().hello()] * 2)


t = Twice(name="x")
print(t.hello(), t.lines, [c.__name__ for c in Twice.__mro__])
print(Base.hello(t), Named.hello(t), Service.hello(t), len(t.lines))
