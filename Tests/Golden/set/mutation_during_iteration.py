for action in (lambda s: s.add(99), lambda s: s.clear(), lambda s: s.discard(1)):
    s = {1, 2, 3}
    try:
        for x in s:
            action(s)
    except RuntimeError as error:
        print(error)
s = {1, 2, 3}
for x in s:
    s.discard(x)
    s.add(x)
print(s)
it = iter(s)
print(it.__length_hint__(), next(it), it.__length_hint__())


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, other):
        calls.append(1)
        return self.v == other.v


calls = []
t = {K(1), K(2), K(1)}
print(len(t), K(2) in t, K(3) in t)


class S(set):
    def add(self, x):
        super().add(x * 2)


x = S([1])
x.add(2)
print(x, x | {9}, type(x | {9}), type(x.copy()), type({9} | x), x == {1, 4}, repr(S()), S.__mro__[1])


class F(frozenset):
    pass


print(F([1]), type(F([1]) | {2}), hash(F([1])) == hash(frozenset([1])), F([1]) == {1})
