a = [3, 1, 2]
a.append(5)
print(a, len(a), a[0], a[-1])
a[1] = 10
a.sort()
print(a)
a.reverse()
print(a, a[1:3], a[::2], a[::-1])
a.insert(1, "x")
print(a.pop(), a.pop(0), a)
a.extend([7, 8])
del a[0]
a.remove(7)
print(a, 8 in a, 9 in a)
print([1] + [2], [0] * 3, [] == [])
a += [1]
print(a, a.index(1), a.count(1))
