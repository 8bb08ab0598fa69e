print([i * i for i in range(5)])
print([i for i in range(10) if i % 2])
print({i: i * 2 for i in range(3)})
print({i % 2 for i in range(5)})
print([(a, b) for a in range(2) for b in "xy"])
print(sum(i for i in range(10)), list(i + 1 for i in (1, 2)))
i = "kept"
[i for i in range(3)]
print(i)
