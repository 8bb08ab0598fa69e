a = 1
b = a
a += 2
print(a, b)
x = y = 5
x -= 1
x *= 3
print(x, y)
p, q = 1, 2
p, q = q, p
print(p, q)
