class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


d = D("a")
print("before")
del d
print("after")
d = D("b")
d = D("c")
print("rebound")


def f():
    x = D("local")
    print("in f")


f()
print("left f")
D("temporary")
[D("in list"), D("second")]
l = [D(i) for i in range(3)]
l.pop()
print("popped")
l.clear()
print("cleared")
t = (D("t1"), D("t2"))
t = None
k = {"x": D("value")}
k["x"] = 0
print("replaced")
s = {D("set")}
s.clear()


def g():
    yield D("yielded")
    print("resumed")


for v in g():
    print("loop", v.name)
print("loop over")
del v
print(D("expr").name)
x = y = D("two names")
del x
print("one left")
y = None
try:
    z = D("try")
    raise ValueError
except ValueError:
    z = None
    print("handled")
d = None
print("end")
