"""Sorting of numbers, strings, tuples and objects with keys."""

from operator import attrgetter, itemgetter


class Item:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name


def main():
    seed = 42
    numbers = []
    for _ in range(60000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        numbers.append(seed)
    checksum = 0
    for turn in range(3):
        ordered = sorted(numbers)
        checksum = (checksum * 31 + ordered[1000 + turn]) % 1000003
        floats = sorted((n / 7 for n in numbers), reverse=True)
        checksum = (checksum * 31 + int(floats[2000])) % 1000003
        words = sorted(["w%d" % (n % 50000) for n in numbers])
        checksum = (checksum * 31 + len(words[3000])) % 1000003
        pairs = sorted([(n % 100, n) for n in numbers])
        checksum = (checksum * 31 + pairs[500][1]) % 1000003
        pairs.sort(key=itemgetter(1))
        items = [Item(n % 1000, str(n)) for n in numbers[:20000]]
        items.sort(key=attrgetter("rank", "name"))
        items.sort(key=lambda item: -item.rank)
        checksum = (checksum * 31 + items[50].rank) % 1000003
    print(checksum)


main()
