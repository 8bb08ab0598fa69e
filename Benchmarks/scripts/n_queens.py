"""Eight queens' problem at larger sizes: by sets and backtracking, by bit masks, and by permutations."""


def with_sets(size):
    columns, rising, falling = set(), set(), set()
    found = []
    placed = []

    def place(row):
        if row == size:
            found.append(tuple(placed))
            return
        for column in range(size):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            placed.append(column)
            place(row + 1)
            placed.pop()
            columns.discard(column)
            rising.discard(row + column)
            falling.discard(row - column)

    place(0)
    return found


def with_bits(size):
    full = (1 << size) - 1

    def count(columns, left, right):
        if columns == full:
            return 1
        total = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += count(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return total

    return count(0, 0, 0)


def permutations(items):
    if not items:
        yield ()
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item,) + rest


def with_permutations(size):
    total = 0
    for order in permutations(tuple(range(size))):
        if len({row + column for row, column in enumerate(order)}) == size == len({row - column for row, column in enumerate(order)}):
            total += 1
    return total


solutions = with_sets(11)
print(len(solutions), solutions[0], solutions[-1], with_bits(13), with_permutations(8))
