s = set(range(10))
print([s.pop() for _ in range(10)], s)
s = {"b", "a", "c"}
print(sorted(s.pop() for _ in range(3)), s)
s = {1, 2, 3}
s |= {10}
s.remove(2)
s.add(2)
print(s, s.pop(), s.pop(), s)
t = set()
for i in range(20):
    t.add(i * 8)
print(t, t.pop(), t.pop(), len(t))
u = {i for i in range(50)} - {i for i in range(0, 50, 2)}
print(u, u.pop(), frozenset(u) == u)
