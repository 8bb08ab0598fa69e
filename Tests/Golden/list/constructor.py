def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list(), list([1]), list((1, 2)), list("ab"), list({1: 2}), list(range(3)), list(x for x in "xy"), list(map(str, [1])), list(b"a"), list({3, 1}))
a = [1]
b = list(a)
print(a == b, a is b)
a.__init__([5, 6])
print(a, a.__init__(), a)
show(list, 1)
show(list, None)
show(list, [1], [2])
show(list, x=1)
show(list, object())


class L:
    def __len__(self):
        print("len")
        return 2

    def __iter__(self):
        return iter("pq")


class H:
    def __length_hint__(self):
        print("hint")
        return 5

    def __iter__(self):
        return iter("rs")


print(list(L()), list(H()), [*L()], [*H()])
