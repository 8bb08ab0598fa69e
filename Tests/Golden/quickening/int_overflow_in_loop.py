def total(n, x):
    s = 0
    for i in range(n):
        s += x
        x += x >> 3
    return s


def product(n):
    p = 1
    for i in range(1, n + 1):
        p *= i
        if i == 20: p = -p
    return p


def down(x):
    c = 0
    while x > -2 ** 66:
        x = x * 3 - 1
        c += 1
    return c, x


def shift():
    out = []
    x = 1
    for i in range(70):
        x <<= 1
        out.append(x & 0xFF | x >> 60)
    return out[-12:]


def mixed():
    x = 0
    for i in range(300):
        x = x * 2 + i if i < 100 else x // 3
    return x


print(total(400, 1000), product(30), down(-1), shift(), mixed())
print([abs(-2 ** e) for e in (47, 48, 49, 62, 63)], [-(-2 ** e) for e in (47, 48, 49, 62, 63)], [(2 ** e - 1) ** 2 for e in (24, 25, 31, 32, 48)], [-2 ** 48 // -1, -2 ** 63 // -1, -2 ** 48 % -1])
