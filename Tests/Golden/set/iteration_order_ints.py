print({3, 1, 2}, {10, 5, 0}, {100, 50, 25, 12, 6, 3}, {-1, -2, -3}, {2 ** 40, 1, 2 ** 61 - 1, 2 ** 61}, set(range(20, 0, -1)))
s = set()
for i in range(0, 200, 17):
    s.add(i)
print(s)
for i in range(0, 200, 34):
    s.discard(i)
s.add(7)
print(s, list(s)[:3], s.pop(), s.pop(), s)
print(set([8, 16, 24, 32, 0]), {1.5, 2, 0.5}, {True, 5, None is None}, {9, 1, 17, 25, 33}, frozenset([5, 13, 21, 29, 37, 45]))
t = {i * i % 31 for i in range(40)}
print(t, t | {100, 200}, t - {1, 2}, t & set(range(10)), t ^ {0, 99}, set(t), t.copy())
u = set(range(1000))
for i in range(0, 1000, 2):
    u.remove(i)
print(sum(a * b for a, b in enumerate(u)), list(u)[:10])
v = {i * 1000003 % 65537 for i in range(100)}
print(list(v)[:20], list(v)[-5:])
