class Base:
    shared = "base"
    items = []

    def who(self):
        return "Base.who"


class Child(Base):
    def who(self):
        return "Child " + super().who()


c = Child()
print(c.shared, Child.shared, c.who())
Base.shared = "changed"
print(c.shared)
c.shared = "instance"
print(c.shared, Child.shared)
Child.shared = "child"
del c.shared
print(c.shared)
del Child.shared
print(c.shared)
c.items.append(1)
print(Base.items, Child().items)
c.who = lambda: "instance who"
print(c.who(), Child.who(c))
c.__dict__["dynamic"] = 5
print(c.dynamic, getattr(c, "dyn" + "amic"), setattr(c, "with space", 1), getattr(c, "with space"), c.__dict__.keys())
print(hasattr(c, "x"), getattr(c, "x", "dflt"), delattr(c, "dynamic"), hasattr(c, "dynamic"))
m = c.who
bound = Child().who
print(bound.__self__.__class__.__name__, bound.__func__ is Child.who, bound.__name__, Child.who.__qualname__, Base.who is Base.__dict__["who"], bound == bound, Child().who == bound, c.__class__.who(c))
bound.__func__.tag = "t"
print(bound.tag)
try:
    bound.tag = 1
except AttributeError as error:
    print(error)
for f in (lambda: getattr(c, 5), lambda: getattr(c), lambda: setattr(c, 1, 2), lambda: hasattr(c, 1), lambda: getattr(c, "a", 1, 2), lambda: delattr(c, "zz")):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
