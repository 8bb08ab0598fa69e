# Every operator on ints around the sizes at which their representation changes: the identities that tie operators together hold.
EDGES = sorted({sign * (2 ** bits + step) for bits in (0, 1, 29, 30, 31, 47, 48, 49, 59, 60, 61, 62, 63, 64, 89, 90, 119, 120, 121, 123, 124, 125, 126, 150)
                for step in (-1, 0, 1) for sign in (1, -1)})


def product(x, y):
    """x * y by shifts and sums of the bits of y."""
    total, shift, magnitude = 0, x, abs(y)
    while magnitude:
        if magnitude & 1:
            total = total + shift
        shift = shift + shift
        magnitude >>= 1
    return -total if y < 0 else total


def check(x, y):
    assert x * y == product(x, y), (x, y, "*")
    assert x + y - y == x and x - y + y == x, (x, y, "+-")
    if y:
        quotient, remainder = x // y, x % y
        assert product(quotient, y) + remainder == x and (0 <= remainder < y or y < remainder <= 0), (x, y, "//%")
        assert divmod(x, y) == (quotient, remainder), (x, y, "divmod")
    assert (x & y) + (x | y) == x + y and (x ^ y) == (x | y) - (x & y), (x, y, "&|^")
    assert (x < y) + (x > y) + (x == y) == 1, (x, y, "<")


def power(x):
    assert x ** 2 == product(x, x), (x, "** 2")
    assert x ** 3 == product(product(x, x), x), (x, "** 3")
    assert pow(x, 2) == x ** 2 and x ** 1 == x and x ** 0 == 1, (x, "pow")


def shift(x):
    for by in (0, 1, 13, 29, 30, 31, 59, 60, 61, 62, 63, 64, 65, 127):
        assert x << by == product(x, int("1" + "0" * by, 2)), (x, by, "<<")
        assert (x << by) >> by == x and x >> by == x // int("1" + "0" * by, 2), (x, by, ">>")


for turn in range(2):
    for x in EDGES:
        power(x)
        shift(x)
        assert -x + x == 0 and ~x == -x - 1 and int(str(x)) == x and abs(x) in (x, -x), x
        for y in EDGES[turn::2]:
            check(x, y)
print(len(EDGES), "numbers", sum(x ** 2 % 1000003 for x in EDGES), sum(x * y % 1009 for x in EDGES for y in EDGES))
