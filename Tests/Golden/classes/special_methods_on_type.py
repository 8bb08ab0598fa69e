class A:
    pass


a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: "called"
a.__add__ = lambda o: "add"
a.__str__ = lambda: "str"
a.__iter__ = lambda: iter([1])
a.__enter__ = lambda: 1
for f in (len, lambda o: o(), lambda o: o + 1, iter):
    try:
        print(f(a))
    except TypeError as error:
        print(error)
print(str(a).startswith("<__main__.A"))
A.__len__ = lambda self: 7
A.__call__ = lambda self, *x: ("C", x)
A.__add__ = lambda self, o: "A.add"
A.__str__ = lambda self: "A.str"
A.__getitem__ = lambda self, k: ("item", k)
A.__bool__ = lambda self: False
A.__hash__ = lambda self: 42
A.__eq__ = lambda self, o: o == "eq"
print(len(a), a(1), a + 1, str(a), a[1:2], bool(a), hash(a), a == "eq", a != "eq", f"{a}")
del A.__len__, A.__bool__, A.__eq__
try:
    len(a)
except TypeError as error:
    print(error)
print(bool(a), hash(a))


class E:
    def __eq__(self, o):
        return True


try:
    hash(E())
except TypeError as error:
    print(error)
print(E.__hash__, E() != 5, E() == None, 5 == E(), None != E())


class Sub(E):
    __hash__ = object.__hash__


print(isinstance(hash(Sub()), int), Sub() == 1)
