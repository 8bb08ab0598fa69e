a = [1, 2, 3]
for x in a:
    if len(a) < 6:
        a.append(x * 10)
print(a)
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it))
a.append(1)
a.append(2)
print(list(it), next(it, "exhausted stays"))
a = [1, 2, 3]
r = reversed(a)
a.append(4)
print(list(r))
r = reversed(a)
next(r)
a.clear()
print(list(r))
a = [3, 2, 1]
print([a.pop() for _ in a], a)


class Evil:
    def __eq__(self, other):
        b.clear()
        return False


b = [Evil(), Evil()]
print(b.count(1), b)
b = [Evil(), Evil()]
try:
    b.index(7)
except ValueError as error:
    print(str(error)[:20])
b = [1, Evil(), 3]
print(b == [1, 2, 3], b)
