"""Dicts with int, str and tuple keys: store, look up, count, delete, iterate."""


def count_words(n):
    counts = {}
    state = 1
    for _ in range(n):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        word = "w" + str((state >> 16) % 4096)
        counts[word] = counts.get(word, 0) + 1
    return counts


def grid(size):
    cells = {}
    for x in range(size):
        for y in range(size):
            cells[x, y] = x ^ y
    total = 0
    for x in range(1, size - 1):
        for y in range(1, size - 1):
            total += cells[x - 1, y] + cells[x + 1, y] - cells[x, y - 1]
    return total


def main():
    counts = count_words(1200000)
    checksum = max(counts.values()) + len(counts)
    squares = {}
    for i in range(900000):
        squares[i * 17 % 900007] = i
    for key in range(0, 900007, 3):
        if key in squares:
            checksum += squares.pop(key)
    for key, value in squares.items():
        checksum ^= key + value
    index = {}
    for word, count in counts.items():
        index.setdefault(count, []).append(word)
    checksum += sum(len(words) * count for count, words in index.items())
    return checksum, grid(480), sorted(index)[:4]


print(*main())
