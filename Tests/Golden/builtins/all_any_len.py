def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(all([]), any([]), all([1, "a"]), any([0, "", None]), all(x > 0 for x in (1, 2)), any(x > 1 for x in (1, 2)), len("abc"), len([]), len({1: 2}), len(range(5)), len(b"ab"), len({1, 1}))
it = iter([0, 1, 2])
print(any(it), list(it), all(iter([1, 0, 5])))
show(all, 5)
show(any)
show(len, 5)
show(len, iter([]))
show(len, None)
show(len, int)
show(len, (x for x in ()))
show(any, [1], 2)
show(all, x=1)


class B:
    def __bool__(self): raise ValueError("bool")


show(any, [B()])
show(all, [B()])
