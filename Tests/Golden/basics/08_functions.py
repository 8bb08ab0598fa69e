def add(a, b):
    return a + b


def greet(name="you", *, mark="!"):
    return "hi " + name + mark


def nothing():
    pass


print(add(1, 2), add("a", "b"), add(b=1, a=5))
print(greet(), greet("me"), greet(mark="?"))
print(nothing())


def many(*args, **kwargs):
    print(args, kwargs)


many()
many(1, 2, x=3)
many(*[1, 2], **{"y": 4})
