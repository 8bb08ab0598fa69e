def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c = counter()
d = counter()
print(c(), c(), c(5), d())
total = 0


def bump():
    global total
    total += 1


bump()
bump()
print(total)
print([f() for f in [lambda i=i: i for i in range(3)]])
print((lambda x, y: x * y)(3, 4))
