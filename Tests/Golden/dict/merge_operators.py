def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a, a | {}, a, {} | b)
a |= b
print(a)
a |= [("q", 1), "kv"]
print(a)
show(lambda: a | [(1, 2)])
show(lambda: [(1, 2)] | a)
show(lambda: a | None)


def bad():
    c = {}
    c |= 5


show(bad)


class D(dict):
    def __or__(self, other):
        return "D.or"

    def __ror__(self, other):
        return "D.ror"


print(D() | {}, {} | D(), type({} | dict()), a == {"x": 1, "y": 3, "z": 4, "q": 1, "k": "v"}, {1: 1} == {1: 1.0}, {1: 2} != {1: 3})
show(lambda: {} < {})
show(lambda: {} + {})
