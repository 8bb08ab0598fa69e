def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            print("got", got)
        i += 1
    return "end"


print(list(count(3)))
g = count(2)
print(next(g), g.send("x"), next(g, "default"))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1, 2], "ab", count(2))))


def outer():
    result = yield from count(1)
    print("result", result)


for x in outer():
    print(x)
try:
    next(iter([]))
except StopIteration:
    print("stop")
