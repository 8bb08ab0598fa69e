class A:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, o):
        print("iadd")
        self.v += o
        return self

    def __add__(self, o):
        print("add")
        return A(self.v + o)

    def __sub__(self, o):
        print("sub")
        return A(self.v - o)

    def __imul__(self, o):
        return NotImplemented

    def __mul__(self, o):
        print("mul")
        return A(self.v * o)

    def __rpow__(self, o):
        return o ** self.v


a = b = A(1)
a += 5
print(a is b, a.v, b.v)
a -= 2
print(a is b, a.v, b.v)
a *= 3
print(a.v)
x = 2
x **= a
print(x)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)
l = m = [1]
l += (2,)
print(l is m, m)
l = l + [3]
print(l is m, m)


class D(dict):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)

    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)


d = D(a=1)
d["a"] += 1


class P:
    @property
    def x(self):
        print("getx")
        return 1

    @x.setter
    def x(self, v):
        print("setx", v)


P().x += 1
s = {1}
s2 = s
s |= {2}
s &= {2, 3}
s ^= {5}
s -= {2}
print(s, s is s2)
