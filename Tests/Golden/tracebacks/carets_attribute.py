class A:
    pass


def f(a):
    return a.b.c.d + 1


a = A()
a.b = A()
f(a)
