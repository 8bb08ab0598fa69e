def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


a = g("a")
next(a)
a.close()
a.close()
print(list(a))
g("never started").close()
b = g("b")
next(b)
del b
for x in g("break"):
    break


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignored")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def raises():
    try:
        yield
    finally:
        raise KeyError("in finally")


r = raises()
next(r)
try:
    r.close()
except KeyError as e:
    print(e)


def returns():
    try:
        yield
    except GeneratorExit:
        return "value"


r = returns()
next(r)
print(r.close())


def nested():
    try:
        yield from g("inner")
    finally:
        print("outer finally")


n = nested()
next(n)
n.close()
s = None
