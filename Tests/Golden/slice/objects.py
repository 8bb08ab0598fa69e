def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice("a", [1], {}), s == slice(1, 10, 2), s < slice(2, 3), s.indices(5), s.indices(100), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100, -100, -3).indices(10), slice(None).indices(0))
show(slice)
show(slice, 1, 2, 3, 4)
show(hash, s)
show(s.indices)
show(s.indices, -1)
show(s.indices, "a")
show(slice(1.5).indices, 5)
show(slice(0, 5, 0).indices, 5)
show(lambda: setattr(s, "start", 1))


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return self.v


print("abcdef"[I(1):I(4)], [1, 2, 3, 4][I(-2):], slice(I(2), I(9)).indices(5), "abc"[slice(None, None, -1)], [0, 1, 2][True:], s.__reduce__()[1])
