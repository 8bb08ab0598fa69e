"""Arithmetic in hot loops: bounds of immediate ints, signs, shifts, floats, NaN, changes of type half way."""
import math


def around(start, step, rounds):
    value, seen = start, []
    for i in range(rounds):
        value += step
        if i % (rounds // 4) == 0 or abs(value) in (1 << 48, (1 << 48) - 1, (1 << 48) + 1):
            seen.append(value)
    return value, seen


print(around((1 << 48) - 2000, 1, 4000))
print(around(-(1 << 48) + 2000, -1, 4000))
print(around((1 << 60) - 3000, 7, 4000))
print(around(0.5, 1, 4000))


def operations(values, rounds):
    total = 0
    for i in range(rounds):
        a = values[i % len(values)]
        b = values[(i * 3 + 1) % len(values)]
        total = (total * 31 + (a + b) - (a - b) * 3 + a * b + (a ^ b) + (a & b) + (a | b) - -a + (a << 3) + (b >> 2)) % 1000000000039
        if b:
            total += a // b + a % b
        total += a // 7 + a % 7 + a // -3 + a % -3 + a // 8 + a % 8
    return total


print(operations([0, 1, -1, 5, -7, 1 << 20, -(1 << 31), 12345678901], 3000))
print(operations([(1 << 48) - 1, -(1 << 48), 3, -2, 1 << 47, 65536, -65537], 3000))
print(operations([1 << 59, -(1 << 70), 9, 10**30], 3000))


def shifts(rounds):
    seen = set()
    for i in range(rounds):
        seen.add((i % 50) << (i % 60))
        seen.add((-i) >> (i % 70))
        seen.add((1 << 47) >> (i % 50))
    return len(seen), sum(seen)


print(shifts(3000))


def shift_error(rounds):
    caught = 0
    for i in range(rounds):
        try:
            caught += 1 << (3 - i % 5)
        except ValueError as error:
            message = str(error)
            caught += 1000
    return caught, message


print(shift_error(4000))


def floats(rounds):
    x, y, counts = 1.5, float("inf"), [0] * 8
    nan = float("nan")
    for i in range(rounds):
        x = x * 1.0000001 + i / 3 - i * 0.25
        counts[0] += x < i
        counts[1] += nan < i
        counts[2] += nan == nan
        counts[3] += nan != x
        counts[4] += not (nan >= x)
        counts[5] += y > x
        counts[6] += i == float(i)
        counts[7] += -0.0 == 0
        if nan > 1 or nan <= x:
            counts[0] += 1000
    return x, counts, math.copysign(1, -0.0 * rounds)


print(floats(3000))


def division(values):
    errors, results = 0, []
    for i in range(3000):
        try:
            results.append(i / values[i % 4])
        except ZeroDivisionError as error:
            errors += 1
            text = str(error)
        try:
            i // (i % 3)
            i % (i % 3)
        except ZeroDivisionError as error:
            errors += 1
            other = str(error)
    return errors, sum(results), text, other


print(division([1, 2.5, 0, -4]))
print(division([1, 2.5, 0.0, -4]))


def mixed(rounds):
    """The same loop on ints, floats, complex numbers, bools and instances."""
    class Meter:
        def __init__(self, n):
            self.n = n

        def __add__(self, other):
            return Meter(self.n + (other.n if isinstance(other, Meter) else other))

        def __lt__(self, other):
            return self.n < other

        def __mul__(self, other):
            return Meter(self.n * other)

    out = []
    for start in (1, 1.5, 2j, True, Meter(3), 1 << 50):
        value = start
        for i in range(rounds):
            value = value + i
            if not isinstance(value, complex) and value < 0:
                value = value * 2
        out.append(value.n if isinstance(value, Meter) else value)
    return out


print(mixed(2000))


def negated(rounds):
    value, total = 1 << 46, 0
    for i in range(rounds):
        value = -value
        total += value * (i & 1)
        if i % 500 == 0:
            value *= 2
    return value, total


print(negated(3000))


def factorials(n):
    a, b, out = 0, 1, 0
    for _ in range(n):
        a, b = b, a + b
        out = max(out, b % 1000003)
    return a, out


print([factorials(n) for n in (60, 75, 90, 95, 130, 400)])
for _ in range(40):
    factorials(100)
print(factorials(140))
