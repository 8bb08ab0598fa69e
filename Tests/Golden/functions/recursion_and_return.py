def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def many():
    return 1, 2, 3


def early(x):
    for i in range(10):
        if i == x:
            return i
    else:
        return "none"


def none():
    return


def nested():
    try:
        return "try"
    finally:
        print("cleanup")


def override():
    try:
        return 1
    finally:
        return 2


def loop():
    for i in range(3):
        try:
            continue
        finally:
            print("c", i)
    while True:
        try:
            break
        finally:
            print("b")
    return "end"


print(ack(2, 3), hanoi(8, 1, 2, 3), many(), early(3), early(50), none(), nested(), override(), loop())
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(12)], (lambda f: f(f, 10))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
