class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, o, t=None):
        return ("get", self.name, o is not None, t.__name__)

    def __set__(self, o, v):
        print("set", self.name, v)

    def __delete__(self, o):
        print("delete", self.name)


class NonData:
    def __get__(self, o, t=None):
        return "nondata"


class A:
    d = Data()
    n = NonData()


a = A()
print(a.d, A.d, a.n, A.n)
a.d = 5
del a.d
a.__dict__["d"] = "shadow"
a.__dict__["n"] = "shadow n"
print(a.d, a.n, vars(a))
A.n = "replaced"
print(A.n, a.n)
del a.n
print(a.n)


class SetOnly:
    def __set__(self, o, v):
        o.__dict__["s"] = v * 2


class B:
    s = SetOnly()


b = B()
print(type(b.s).__name__)
b.s = 4
print(b.s)
try:
    del b.s
except AttributeError as error:
    print(error)


class DelOnly:
    def __delete__(self, o):
        print("deleted")


class C:
    x = DelOnly()


c = C()
del c.x
try:
    c.x = 1
except AttributeError as error:
    print(error)
b2 = B()
b2.inst = NonData()
print(type(b2.inst).__name__)
