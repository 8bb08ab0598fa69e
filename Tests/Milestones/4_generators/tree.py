class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def levels(self):
        row = [self]
        while row:
            yield [n.value for n in row]
            row = [c for n in row for c in (n.left, n.right) if c]


def build(values):
    if not values:
        return None
    m = len(values) // 2
    return Node(values[m], build(values[:m]), build(values[m + 1:]))


t = build(range(15))
print(list(t), sum(t), list(t.levels()), max(t))


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4, []]], 5], [[6]]])))


def result():
    got = yield from inner()
    yield "got " + got


def inner():
    yield 1
    return "result"


print(list(result()))
