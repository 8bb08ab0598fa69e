def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    return [x for _, x in zip(range(n), it)]


def permutations(s):
    if len(s) <= 1:
        yield s
    else:
        for i, c in enumerate(s):
            for rest in permutations(s[:i] + s[i + 1:]):
                yield c + rest


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def scheduler(tasks):
    while tasks:
        t = tasks.pop(0)
        try:
            print(next(t), end=" ")
            tasks.append(t)
        except StopIteration as stop:
            print(f"[{stop.value}]", end=" ")
    print()


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return name


print(take(12, fib()), list(permutations("abc")), list(hanoi(3)))
scheduler([task("a", 2), task("b", 3), task("c", 1)])


def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start


@coroutine
def grep(pattern, target):
    while True:
        line = yield
        if pattern in line:
            target.send(line)


@coroutine
def collect(out):
    while True:
        out.append((yield))


out = []
p = grep("x", collect(out))
for w in ["axe", "bee", "fox"]:
    p.send(w)
print(out)
