a = list(range(10))
a[2:5] = "xyz"
print(a)
a[2:5] = []
print(a)
a[1:1] = [100, 200]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[::-1] = list(range(len(a)))
print(a)
a[5:2] = ["odd"]
print(a)
a[:] = a[:3]
print(a)
a[1:2] = a
print(a)
a[len(a):] = [7]
a[:0] = [8]
a[-1:] = (x for x in "gen")
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
del a[:]
print(a)
a[0:0] = {"k": 1}
a[100:] = "e"
a[-100:-50] = "s"
print(a)
b = list(range(10))
del b[::-3]
print(b)
del b[-2:0:-2]
print(b)
for source in ["b[::2] = [1]", "b[0:2] = 5", "b[::2] = 5", "b[::0] = []", "b['a':] = []", "del b['x']", "b[::-1] = [1]"]:
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
