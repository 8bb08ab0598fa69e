class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)
        if self.n == "bad":
            raise ValueError("in del")


def frame():
    a = D("a")
    b = D("b")
    c = D("c")
    return "returned"


print(frame())


class Holder:
    def __init__(self):
        self.one = D("one")
        self.two = D("two")

    def __del__(self):
        print("holder")


h = Holder()
h = None
print("---")
bad = D("bad")
del bad
print("continues")
keep = []


class R:
    def __del__(self):
        print("resurrect")
        keep.append(self)


r = R()
del r
print(len(keep))
keep.clear()
print("second time silent", len(keep))


def raises():
    local = D("in raise")
    raise KeyError


try:
    raises()
except KeyError as error:
    print("caught, local alive")
print("after except")
last = D("at exit")
