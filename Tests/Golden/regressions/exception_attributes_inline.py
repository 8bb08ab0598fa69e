# Attributes of exceptions: in line, then in the dict, through every way to get at them.
import copy
import pickle


class AppError(Exception):
    def __init__(self, code, text=""):
        super().__init__(code)
        self.code = code
        self.text = text


class Child(AppError):
    pass


class Bare(ValueError):
    pass


class Slotted(KeyError):
    __slots__ = ("extra",)


class Mixed(AppError, LookupError):
    def __init__(self, *args):
        super().__init__(*args)
        self.mixed = True


e = Child(3, "three")
print(e.code, e.text, e.args, vars(e), e.__dict__ is e.__dict__)
e.more = 1
print(e.__dict__, e.__reduce__())
del e.code
print(hasattr(e, "code"), e.__dict__)
e.__dict__ = {"other": 5}
print(e.other, vars(e))
try:
    del e.__dict__
except TypeError as error:
    print(error)
try:
    e.__dict__ = 3
except TypeError as error:
    print(error)

b = Bare("x")
print(b.__reduce__(), b.__dict__, b.__reduce__())
b.note = [b]
c = copy.copy(b)
print(type(c), c.args, c.note is b.note)
p = pickle.loads(pickle.dumps(Mixed(4)))
print(p.code, p.mixed, p.args, type(p).__mro__[1:3])
s = Slotted("k")
s.extra, s.free = 1, 2
print(s.extra, s.free, vars(s))
b.add_note("n")
print(b.__notes__, vars(b).keys())
b.__class__ = type("Other", (ValueError,), {})
print(type(b).__name__, b.note[0] is b)
print(b.__setstate__({"z": 1}), b.z)


class Base:
    def greet(self, name):
        return f"base {name}"

    @classmethod
    def make(cls):
        return cls.__name__


class Derived(Base):
    def greet(self, name):
        def inner():
            return self
        assert inner() is self
        return "derived " + super().greet(name)

    @classmethod
    def make(cls):
        return "made " + super().make()


for _ in range(3):
    print(Derived().greet("x"), Derived.make())
Base.greet = lambda self, name: f"new {name}"
print(Derived().greet("y"))
for args in [(), (1,), (1, 2)]:
    try:
        class Odd(Exception):
            def __init__(self, *given):
                super().__init__(*given, **({"a": 1} if len(given) == 2 else {}))
        print(Odd(*args).args)
    except TypeError as error:
        print(error)


class Plain:
    def __init__(self, *args):
        super().__init__(*args)


Plain()
try:
    Plain(1)
except TypeError as error:
    print(error)
try:
    Exception.__init__(3)
except TypeError as error:
    print(error)
