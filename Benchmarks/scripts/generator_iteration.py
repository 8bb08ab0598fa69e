"""Generators: counting, pipelines, yield from over a tree, send."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for value in source:
        if value % 2 == 0:
            yield value


def scaled(source, factor):
    for value in source:
        yield value * factor


def walk(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


def averager():
    total = 0
    number = 0
    while True:
        value = yield total // (number or 1)
        total += value
        number += 1


def main():
    total = 0
    for value in count(5000000):
        total += value
    total += sum(scaled(evens(count(8000000)), 3))
    for value in walk(0, 200000):
        total ^= value
    mean = averager()
    next(mean)
    for i in range(800000):
        total += mean.send(i)
    return total


print(main())
