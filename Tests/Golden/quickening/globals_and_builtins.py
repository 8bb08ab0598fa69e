x = 1


def f(): return x


def g(): return len([1, 2])


for _ in range(100): f(), g()
x = 2
print(f(), g())
globals()["x"] = 3
print(f())
len = lambda o: "shadow"
print(g())
del len
print(g())
del x
try:
    f()
except NameError as e:
    print(e)
import builtins
builtins.x = "from builtins"
print(f())
x = "global again"
print(f())
del builtins.x
old = builtins.len
builtins.len = lambda o: "patched"
print(g())
builtins.len = old
print(g())
for i in range(60): globals()[f"new{i}"] = i
print(f(), g(), new59)
def h():
    global counter
    counter = 0
    for i in range(500): counter += i
    return counter
print(h(), counter)
