"""Three nested counted loops, the inner one short, and a matrix product over lists."""


def triples(n):
    found = 0
    for a in range(1, n):
        for b in range(a, n):
            square = a * a + b * b
            for c in range(b, min(a + b, n)):
                if c * c == square:
                    found += a + b + c
                    break
                if c * c > square:
                    break
    return found


def multiply(a, b, size):
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        row = a[i]
        target = result[i]
        for j in range(size):
            total = 0
            for k in range(size):
                total += row[k] * b[k][j]
            target[j] = total
    return result


def main():
    size = 190
    a = [[(i * 3 + j) % 11 for j in range(size)] for i in range(size)]
    b = [[(i + j * 5) % 7 for j in range(size)] for i in range(size)]
    product = multiply(multiply(a, b, size), a, size)
    return triples(380), sum(map(sum, product))


print(*main())
