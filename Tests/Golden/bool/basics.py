def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(True + True, True * 5, True == 1, True is True, -True, ~False, True / 2, True // 2, True ** 2, str(True), repr(False), int(True), float(True), f"{True}", f"{True:d}", f"{True:>6}", "%d %s" % (True, True))
print(True & False, True | False, True ^ True, True & 1, 1 | True, type(True & False), type(True & 1), True and 1, not 1, bool([]), bool("False"), bool(None), bool(0.0), bool({0: 0}), bool(...))
print([10, 20][True], {1: "one", True: "true"}, {True, 1, 1.0}, sum([True, True, False]), sorted([True, False, 1, 0]), max(True, 2), True.bit_length(), True.real, type(True.real), isinstance(True, bool), hash(True), True.__class__, bool.__mro__)
show(lambda: bool(1, 2))
show(lambda: bool(x=1))
show(lambda: type("B", (bool,), {}))


class NoBool:
    def __bool__(self):
        return 1


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


show(bool, NoBool())
print(bool(Len(0)), bool(Len(2)))
show(bool, Len(-1))
show(bool, Len("a"))
show(lambda: not NoBool())
show(lambda: 1 if NoBool() else 2)
