def f(n):
    x, y = 0.0, 1.0
    for i in range(1, n):
        x += 1.0 / i
        y = y * 1.0001 - x / 7
        if x > y: x, y = y, x
        elif i % 3 == 0: y = -y
    return x, y


def mix(n):
    t = 0
    for i in range(n):
        t = t + i * 0.5 if i % 2 else t - i
    return t


def special():
    out = []
    for v in (float("nan"), float("inf"), -float("inf"), -0.0, 5e-324, 1e308):
        out.append((v + 1, v * 0, v - v, v < 1, v == v, -v, v != v, v // 1 if v == v and abs(v) < 1e309 and abs(v) != float("inf") else None))
    return out


print(f(1000), mix(1000), special())
print([float(i) ** 0.5 for i in range(5)], [i / 4 for i in range(5)], [i // 0.3 for i in range(4)], [i % 0.3 for i in range(4)], [x * x for x in (1e200, 1e-200, -3.5)], sum(0.1 for _ in range(100)))
