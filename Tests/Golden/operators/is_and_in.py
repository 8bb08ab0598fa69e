a = [1, 2]
b = a
print(a is b, a is not b, a == [1, 2], a is [1, 2], 1 in a, 5 not in a)
print("ell" in "hello", "" in "", b"l" in b"hello", 104 in b"hello", "k" in {"k": 1}, 1 in {1}, 2 in range(0, 10, 2), 3 in range(0, 10, 2), 2.0 in range(5), "a" in range(3))


class Contains:
    def __contains__(self, item):
        return item


class Iterates:
    def __iter__(self):
        return iter([1, 2, 3])


class Indexes:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class Never:
    __contains__ = None
    __iter__ = Iterates.__iter__


print(5 in Contains(), 0 in Contains(), "" not in Contains(), 2 in Iterates(), 9 in Iterates(), 30 in Indexes(), 31 in Indexes())
try:
    1 in Never()
except TypeError as error:
    print(error)
try:
    1 in object()
except TypeError as error:
    print(error)
it = iter([1, 2, 3, 4])
print(2 in it, list(it))
