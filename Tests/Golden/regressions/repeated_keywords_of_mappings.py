# A mapping that gives a key twice gives it twice to the call.
class Pairs:
    def __init__(self, pairs):
        self.pairs = pairs

    def keys(self):
        return [key for key, _ in self.pairs]

    def __getitem__(self, key):
        return dict(self.pairs)[key]


class NoKeys:
    def __getitem__(self, key):
        return 1


class BadKeys:
    def keys(self):
        raise ValueError("keys")


def g(a=1, *args, **rest):
    print(a, args, rest)


for call in (
    lambda: g(**Pairs([("x", 1), ("y", 2)])), lambda: g(**Pairs([("x", 1), ("x", 2)])), lambda: g(a=3, **Pairs([("x", 1), ("x", 2)])),
    lambda: g(**Pairs([("a", 3)]), **Pairs([("x", 1), ("x", 2)])), lambda: print({**Pairs([("x", 1), ("x", 2)])}),
    lambda: dict(**Pairs([("x", 1), ("x", 2)])), lambda: g(**Pairs([(1, 1)])), lambda: g(x=1, **Pairs([("x", 1)])), lambda: g(**5),
    lambda: print(**Pairs([("sep", 1), ("sep", 1)])), lambda: g(**NoKeys()), lambda: g(**BadKeys()),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
