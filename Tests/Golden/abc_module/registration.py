import _abc
import abc
import collections.abc


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Base(abc.ABC):
    @abc.abstractmethod
    def one(self): ...

    @property
    @abc.abstractmethod
    def two(self): ...

    @staticmethod
    @abc.abstractmethod
    def three(): ...


show("abstract", Base)


class Half(Base):
    def one(self): ...


show("half", Half)
print(sorted(Half.__abstractmethods__), Base.__abstractmethods__ == {"one", "two", "three"}, Base.one.__isabstractmethod__,
    Base.__dict__["two"].__isabstractmethod__)
Half.two = 1
Half.three = 2
show("too late", Half)
abc.update_abstractmethods(Half)
show("updated", lambda: type(Half()).__name__)


class Virtual:
    pass


print(issubclass(Virtual, Base), Base.register(Virtual) is Virtual, issubclass(Virtual, Base), isinstance(Virtual(), Base), issubclass(Base, Virtual))
token = abc.get_cache_token()
print(Base.register(int), isinstance(3, Base), issubclass(bool, Base), abc.get_cache_token() != token)
show("not a class", lambda: Base.register(3))
show("cycle", lambda: (collections.abc.Sized.register(Base), Virtual2 := type("V2", (Base,), {}), Virtual2.register(Base)))
show("issubclass arg", lambda: issubclass(3, Base))


class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("  hook", other.__name__)
        return True if hasattr(other, "quack") else NotImplemented


class Duck:
    quack = 1


print(issubclass(Duck, Hook), issubclass(Duck, Hook), issubclass(list, Hook), isinstance(Duck(), Hook))


class Bad(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 5


show("bad hook", lambda: issubclass(int, Bad))
registry, cache, negative, version = _abc._get_dump(Base)
print(len(registry), len(cache) > 0, isinstance(version, int))
_abc._reset_registry(Base)
_abc._reset_caches(Base)
print(issubclass(Virtual, Base))


class Meta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        return instance == 42


print(isinstance(42, Meta("M", (), {})),
    [c.__name__ for c in (collections.abc.Hashable, collections.abc.Iterable, collections.abc.Callable, collections.abc.Sized, collections.abc.Container, collections.abc.Reversible, collections.abc.Awaitable, collections.abc.Buffer if hasattr(collections.abc, "Buffer") else collections.abc.Sequence) if isinstance([], c)])
