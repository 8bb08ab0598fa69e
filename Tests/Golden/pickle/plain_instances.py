# Instances that are a class and a dict, and all that only look like it: the bytes of every protocol.
import copyreg
import pickle


class Plain:
    def __init__(self, **fields):
        self.__dict__.update(fields)


class Derived(Plain):
    pass


class Slotted:
    __slots__ = ("a", "b")


class Mixed(Slotted):
    pass


class WithState:
    def __getstate__(self):
        return {"state": 1}


class WithReduce:
    def __reduce__(self):
        return (Plain, (), {"made": "by reduce"})


class WithArguments:
    def __new__(cls, *arguments):
        return super().__new__(cls)

    def __getnewargs__(self):
        return (1, 2)


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


class Numbers(list):
    pass


class Registered:
    pass


class Property:
    @property
    def __dict__(self):
        return {"not": "the dict"}


copyreg.pickle(Registered, lambda value: (Plain, ()))


def show(name, value, **options):
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        try:
            data = pickle.dumps(value, protocol, **options)
        except Exception as error:
            print(name, protocol, type(error).__name__, error)
            continue
        print(name, protocol, data)


show("empty", Plain())
show("fields", Plain(x=1, y="two", z=[3.0]))
show("many", [Plain(n=k) for k in range(3)])
one = Plain(x=1)
show("twice", [one, one])
one.me = one
show("cycle", one)
shared = Plain(x=1)
show("dict too", [shared, shared.__dict__])
show("dict first", [shared.__dict__, shared])
show("derived", Derived(a=1))
slotted = Slotted()
slotted.a = 1
show("slots", slotted)
mixed = Mixed()
mixed.a, mixed.c = 1, 2
show("mixed", mixed)
show("state", WithState())
show("reduce", WithReduce())
show("arguments", WithArguments())
show("metaclass", Made())
numbers = Numbers([1, 2])
numbers.name = "n"
show("list", numbers)
show("registered", Registered())
show("property", Property())


class Local(Plain):
    pass


Local.__qualname__ = "nowhere"
show("not found", Local())
hiding = Plain()
hiding.__reduce_ex__ = lambda protocol: (Plain, (), {"hidden": True})
show("own reduce_ex", hiding)
hiding = Plain()
hiding.__getstate__ = lambda: {"own": "state"}
show("own getstate", hiding)
for protocol in range(2, 6):
    again = pickle.loads(pickle.dumps(one, protocol))
    print(again.x, again.me is again, type(again).__name__)


class Changing:
    pass


print(pickle.dumps([Changing(), Changing()], 4) == pickle.dumps([Changing(), Changing()], 4))
before = pickle.dumps(Changing(), 4)
Changing.__getstate__ = lambda self: 5
print(before != pickle.dumps(Changing(), 4))
