"""Frames of hot functions: exceptions and their lines, recursion, destructors, generators, closures, frame objects."""
import gc
import sys
import threading
import traceback


def fails(i):
    if i % 1000 == 999:
        return [][i]
    return i


def catching(n):
    total = 0
    for i in range(n):
        try:
            total += fails(i)
        except IndexError as error:
            total -= error.__traceback__.tb_lineno - catching.__code__.co_firstlineno
            total += error.__traceback__.tb_next.tb_lineno - fails.__code__.co_firstlineno
    return total


print(catching(5000))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def overflowing():
    try:
        return deep(10**6)
    except RecursionError as error:
        return str(error)


for _ in range(5):
    print(deep(800), overflowing())


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


sys.setrecursionlimit(3000)
print(ackermann(2, 40))


class Counted:
    alive = 0

    def __init__(self, n):
        self.n = n
        Counted.alive += 1

    def __del__(self):
        Counted.alive -= 1


def make(n):
    first = Counted(n)
    second = first
    third = [second]
    return third[0].n


def temporary(n):
    one = Counted(n)
    one = Counted(n + 1)
    return one


def many(n):
    total = 0
    for i in range(n):
        total += make(i) + temporary(i).n
        kept = temporary(i)
    return total, kept.n, Counted.alive


print(many(4000), Counted.alive)


class Looks:
    """A destructor that looks at the frame that is left."""
    seen = set()

    def __del__(self):
        frame = sys._getframe(1)
        Looks.seen.add((frame.f_code.co_name, tuple(sorted(k for k in frame.f_locals if k != "self"))))


def looked_at(n):
    x = Looks()
    y = n
    return y


for i in range(3000):
    looked_at(i)
print(len(Looks.seen))


def squares(n):
    for i in range(n):
        yield i * i


def consume(n):
    total = 0
    for value in squares(n):
        total += value
        if total > 10**9:
            total -= 10**9
    return total


print(consume(5000), sum(x + 1 for x in squares(3000)), list(squares(5)))


def counter():
    count = 0

    def add(step):
        nonlocal count
        count += step
        return count

    return add


adder = counter()
for i in range(4000):
    adder(i)
print(adder(0))


def frames(n):
    held = None
    total = 0
    for i in range(n):
        held = sys._getframe()
        total += held.f_lineno - held.f_code.co_firstlineno
    return total, sorted(held.f_locals)


print(frames(3000))


def keeps(n):
    if n == 2999:
        return sys._getframe()
    return n


def keeping(n):
    for i in range(n):
        frame = keeps(i)
    return frame.f_code.co_name, frame.f_locals, frame.f_back


print(keeping(3000))


def raising(i):
    x = i * 2
    if i == 2500:
        raise ValueError("at %d" % x)
    return x


def outer(n):
    return sum_up(n)


def sum_up(n):
    total = 0
    for i in range(n):
        total += raising(
            i)
    return total


try:
    outer(3000)
except ValueError:
    print([(entry.name, entry.lineno > 100, entry.line) for entry in traceback.extract_tb(sys.exc_info()[2])])


def workers(n):
    totals = []

    def work(start):
        total = 0
        for i in range(n):
            total += (i * start) % 17
        totals.append(total)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(totals)


interval = sys.getswitchinterval()
sys.setswitchinterval(1e-5)
print(workers(20000))
sys.setswitchinterval(interval)


def rings(n):
    for i in range(n):
        ring = [i]
        ring.append(ring)
        pair = Counted(i)
        pair.self = pair
    return len(ring)


print(rings(3000))
gc.collect()
print(Counted.alive)


def long_lived(n):
    """More registers than are kept track of."""
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = 0
    c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = d8 = d9 = 1
    e0 = e1 = e2 = e3 = e4 = e5 = e6 = e7 = e8 = e9 = f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = 2.5
    g0 = g1 = g2 = g3 = g4 = [1, 2, 3]
    for i in range(n):
        a0 += i; c9 += a0; f9 = f9 + c9; g4[i % 3] = f9; e9 = g4[0] - f8; d9 = (d9 * 3 + c9) % 1001; b9 = max(b9, d9); f7 += e9 * 0.5
    return a0, b9, c9, d9, round(e9, 3), round(f7, 3), [round(x, 2) for x in g0]


print(long_lived(2000))
