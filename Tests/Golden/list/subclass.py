class L(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "n"

    def append(self, item):
        super().append(item * 2)

    def __getitem__(self, i):
        return ("got", super().__getitem__(i))

    def __len__(self):
        return 100

    def __iter__(self):
        return iter("custom")


a = L(1, 2)
a.append(3)
print(a, a[0], len(a), list(a), [*a], a.name, a + [1], type(a + [1]), type(a[:][1]), sorted(a), a == [1, 2, 6], list.__len__(a), bool(a), 1 in a, isinstance(a, list), type(a.copy()), a.__dict__)
x, *y = a
print(x, y, repr(a), str(a), "".join(a), tuple(a), max(a), a.index(2), list.__getitem__(a, -1))
for v in a:
    print(v, end=" ")
print()
a.extend(L(5))
a[:] = [9]
print(list.__repr__(a), a * 2, type(a * 2))
