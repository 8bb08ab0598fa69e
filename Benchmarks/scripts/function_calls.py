"""Calls of every shape: positional, keyword, default, star."""


def add(a, b):
    return a + b


def scale(value, factor=3, *, offset=1):
    return value * factor + offset


def gather(*values, **named):
    return len(values) + len(named)


def pick(flag, a, b):
    return a if flag else b


def compose(f, x, y):
    return f(f(x, y), y)


def main(n):
    total = 0
    for i in range(n):
        total = add(total, i)
        total = scale(total, offset=i) % 1000003
        total += pick(i & 1, i, 2)
        total = compose(add, total, 2)
        if i % 4 == 0:
            total += gather(i, total, 3, key=i)
            total = scale(total, 2) % 1000003
    return total


print(main(2200000))
