t = (1, 2, 3)
print(t, len(t), t[0], t[1:])
print((), (1,), 1 in t, t + (4,))
a, *b = t
print(a, b)
first, (second, third) = 1, (2, 3)
print(first, second, third)
print(t < (1, 2, 4), hash(t) == hash((1, 2, 3)))
