"""Dicts used from the module's own code."""

counts = {}
state = 1
for _ in range(1000000):
    state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
    word = "w" + str((state >> 16) % 4096)
    counts[word] = counts.get(word, 0) + 1
checksum = max(counts.values()) + len(counts)
squares = {}
for i in range(700000):
    squares[i * 17 % 700001] = i
for key in range(0, 700001, 3):
    if key in squares:
        checksum += squares.pop(key)
for key, value in squares.items():
    checksum ^= key + value
index = {}
for word, count in counts.items():
    index.setdefault(count, []).append(word)
cells = {}
for x in range(400):
    for y in range(400):
        cells[x, y] = x ^ y
for x in range(1, 399):
    for y in range(1, 399):
        checksum += cells[x - 1, y] - cells[x, y - 1]
print(checksum, sorted(index)[:4])
