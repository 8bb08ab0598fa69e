def f(n):
    print(n, end=" ")
    return n


def show(x):
    print("=>", x)


show(f(1) + f(2) * f(3))
show([f(1), f(2)][f(0)])
d = {}
d[f("k")] = f("v")
show(d)
show({f(1): f(2), f(3): f(4)})
show((lambda a, b=f("default"): a)(f("arg")))
x = [0, 0]
x[f(0)], x[f(1)] = f(5), f(6)
show(x)
a = b = f(9)
show((f(1), f(2), f(3)))
show(f(1) if f(0) else f(2))
show(f(2) ** f(3))
show(print.__class__ and f(1) < f(2) < f(3))
x[f(0)] += f(10)
show(x)


def g(*args, **kw):
    return args, kw


show(g(f(1), *[f(2)], f(3), k=f(4), **{"m": f(5)}))
del x[f(1)]
show(x)
assert f(1), f("never")
show("end")
