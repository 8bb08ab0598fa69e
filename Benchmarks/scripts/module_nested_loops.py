"""Nested loops in the module's own code."""

found = 0
for a in range(1, 360):
    for b in range(a, 360):
        square = a * a + b * b
        for c in range(b, min(a + b, 360)):
            if c * c == square:
                found += a + b + c
                break
            if c * c > square:
                break

size = 150
left = [[(i * 3 + j) % 11 for j in range(size)] for i in range(size)]
right = [[(i + j * 5) % 7 for j in range(size)] for i in range(size)]
total = 0
for i in range(size):
    for j in range(size):
        cell = 0
        for k in range(size):
            cell += left[i][k] * right[k][j]
        total += cell
print(found, total)
