a = [[0]] * 3
a[0].append(1)
print(a, [1, 2] * 0, [1] * -5, 2 * [1, 2], [None] * 2, [] * 1000, "ab" * True, [1] * False)
b = [1, 2]
b *= 2
print(b, b * 1 is b, b * 1 == b)
for bad in (1.5, "a", None, [1]):
    try:
        [1] * bad
    except TypeError as error:
        print(error)
try:
    [1] * 10 ** 30
except (OverflowError, MemoryError) as error:
    print(type(error).__name__, error)


class I:
    def __index__(self):
        return 2


print([1] * I(), I() * "x", (1,) * I(), [10, 20, 30][I()], [1, 2, 3][:I()])
c = [1]
c += c
c.extend(c)
c[1:1] = c
print(c)
