def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    def reset():
        nonlocal n
        n = 0

    return inc, get, reset


inc, get, reset = counter()
print(inc(), inc(5), get(), reset(), get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars, counter.__code__.co_cellvars)


def deep():
    x = 1

    def a():
        def b():
            nonlocal x
            x += 1

            def c():
                nonlocal x
                x *= 10
                return x

            return c

        return b

    a()()()
    return x


print(deep())


def shared():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    i = 99
    return [f() for f in fs]


print(shared())


def args(a, *b, **c):
    def inner():
        nonlocal a
        a += 1
        return a, b, c
    return inner


f = args(1, 2, k=3)
print(f(), f())


def delete():
    x = 1

    def f():
        nonlocal x
        del x
    f()
    try:
        return x
    except NameError as error:
        return str(error)


print(delete())
