def log(x):
    print(x, end=" ")
    return x


def f(*a, **k): return a, k


print(f(log(1), *[log(2), log(3)], log(4), x=log(5), **{"y": log(6)}, z=log(7)))
print(f(*map(log, "ab"), **dict(c=log("c"))))
try:
    f(log(1), *5, log(2))
except TypeError as e:
    print(e)
try:
    f(**{"a": log(1)}, **{"a": log(2)})
except TypeError as e:
    print(e)
try:
    undefined(log("evaluated?"))
except NameError as e:
    print(e)
try:
    (1).nothing(log("evaluated?"))
except AttributeError as e:
    print(e)
try:
    None(log("args first"))
except TypeError as e:
    print(e)
l = [f]
print(l.pop()(log("after pop"), l))
