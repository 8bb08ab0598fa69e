def lines():
    for i in range(20):
        yield f"{i},{i * i % 7},name{i}"


def fields(source):
    for line in source:
        yield line.split(",")


def only(source, test):
    return (row for row in source if test(row))


def group(source, n):
    batch = []
    for item in source:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


rows = only(fields(lines()), lambda r: int(r[1]) > 1)
for batch in group((r[2] for r in rows), 4):
    print(*batch)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def merge(a, b):
    x, y = next(a), next(b)
    while True:
        if x <= y:
            yield x
            x = next(a, 10 ** 9)
        else:
            yield y
            y = next(b, 10 ** 9)


def squares():
    i = 0
    while True:
        yield i * i
        i += 1


m = merge(fib(), squares())
print([next(m) for _ in range(25)])
