# Byte strings, strs and iterators of the library in functions that become machine code.
import sys


def sieve(n):
    marks = bytearray([1]) * (n + 1)
    for i in range(2, n + 1):
        if marks[i]:
            for j in range(i * i, n + 1, i):
                marks[j] = 0
    return sum(marks) - 2


def read(data, n):
    total = 0
    for i in range(n):
        total = (total * 31 + data[i % len(data)] + data[-1 - i % len(data)] + data[0]) % 1000003
    return total


def letters(text, n):
    result = []
    for i in range(n):
        if text[i % len(text)] == text[-1]:
            result.append(text[i % 3] + text[i - n * 0 - len(text)] if i < len(text) else text[0])
    return len(result), "".join(result[:12])


def errors(data, values, n):
    seen = {}
    for i in range(n):
        try:
            data[values[i % len(values)][0]] = values[i % len(values)][1]
        except Exception as error:
            seen[str(error)] = seen.get(str(error), 0) + 1
    return sorted(seen.items())


def reading(data, indices, n):
    seen = {}
    for i in range(n):
        try:
            data[indices[i % len(indices)]]
        except Exception as error:
            seen[str(error)] = seen.get(str(error), 0) + 1
    return sorted(seen.items())


for round_number in range(3):
    print(sieve(3000), read(bytes(range(256)), 2000), read(bytearray(b"bytes and more"), 2000))
    print(letters("ascii text", 2000), letters("latin \u00e9", 2000), letters("wide \u4e2d\u6587", 2000))
    data = bytearray(8)
    print(errors(data, [(0, 255), (7, 256), (8, 1), (-9, 1), (1, -1), (2, "x"), (3, True), (-1, 7), (2**70, 1), (4, 2**70)], 2000), data)
    print(reading(b"abc", [0, -3, 3, -4, 2**60, "a", None], 2000), reading("abc", [0, 3, -4, 1.5], 2000))


class Noted:
    alive = 0

    def __init__(self, number):
        self.number = number
        Noted.alive += 1

    def __del__(self):
        Noted.alive -= 1


def pairs(n):
    total = 0
    for i, thing in enumerate([Noted(k) for k in range(n)]):
        total += i * thing.number
    for a, b in zip(range(n), (Noted(k) for k in range(n))):
        total += a - b.number
    table = {k: Noted(k) for k in range(n)}
    for key, value in table.items():
        total += key + value.number
    for key in table:
        total += key
    for value in table.values():
        total += value.number
    for x in {k * k for k in range(n)}:
        total ^= x
    for letter in "text of some length" * (n // 10):
        total += letter == "t"
    for byte in bytes(range(200)) * (n // 100):
        total += byte
    return total


def changing(n):
    table = dict.fromkeys(range(n))
    try:
        for key in table:
            if key == n - 10:
                table[-1] = 1
    except RuntimeError as error:
        return str(error), key


def destructive(n):
    # What a loop's variable held says goodbye while the loop takes the next pair.
    log = []

    class Last:
        def __init__(self, number):
            self.number = number

        def __del__(self):
            log.append((self.number, sys._getframe(1).f_code.co_name))

    for i, thing in enumerate(map(Last, range(n))):
        pass
    return len(log), log[0], log[-1]


for round_number in range(3):
    print(pairs(1500), Noted.alive, changing(3000))
print(destructive(2000)[::2])


# Generators that functions of the library drive.
def squares(n):
    for i in range(n):
        yield i * i


def nested(n):
    yield from squares(n)
    yield -1


for round_number in range(3):
    print(
        sum(squares(2000)), max(nested(2000)), list(nested(1500))[-2:], sum(x for x in squares(2000) if x % 3), any(x > 10**6 for x in squares(2000)),
        sorted(squares(1500), reverse=True)[:2], dict(zip(squares(1500), nested(1500)))[4], "".join(str(x % 10) for x in squares(1500))[-5:],
        sum(sum(y for y in range(x % 5)) for x in nested(1500)), *map(len, (set(nested(1200)), tuple(nested(1300)))))


def failing(n):
    for i in range(n):
        yield i
    raise KeyError("end")


try:
    sum(failing(2000))
except KeyError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_locals)


# Complex numbers.
def mandel(c, n):
    z = 0j
    for i in range(n):
        z = z * z + c
        if abs(z) > 2:
            return i
    return z - c, z + 1, 2 * z, z * 0.5, 1 - z


print([mandel(complex(-1 + i / 7, 0.1), 1500) for i in range(14)])
