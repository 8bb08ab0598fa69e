def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(hash(1), hash(-1), hash(0), hash(2 ** 61 - 1), hash(1.5), hash(-2.5), hash(True), hash(None) == hash(None), hash("") == 0, hash((1, 2, 3)), hash(1j), hash(2 ** 64), hash(frozenset({1, 2, 3})), hash(range(3)), hash(float("inf")), hash(-float("inf")))
show(hash, [])
show(hash, {})
show(hash, set())
show(hash, ([],))
show(hash, slice(1))
show(hash, bytearray())
show(hash)
print(callable(len), callable(int), callable(lambda: 0), callable(5), callable("a".upper), id(None) == id(None))


class C:
    def __hash__(self): return 2 ** 70
    def __call__(self): pass


class D(C):
    __call__ = None


print(hash(C()) == hash(2 ** 70), callable(C()), callable(D()), callable(type("E", (), {})()))


class Bad:
    def __hash__(self): return 1.5


show(hash, Bad())
