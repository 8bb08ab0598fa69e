import _random
import random


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


r = random.Random(42)
print(r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(200), r.getrandbits(0))
for seed in (0, -5, 2**40, 2**700, 1.5, "text", b"bytes", bytearray(b"x"), True):
    print(repr(seed)[:20], random.Random(seed).random())
show("list seed", lambda: random.Random([1]))
show("tuple seed", lambda: random.Random((1, 2)))
show("version 1", lambda: (x := random.Random(), x.seed("abc", version=1), x.random())[-1])
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print([r.random() for _ in range(3)] == a, state[0], len(state[1]), state[2])
show("bad state", lambda: r.setstate((3, (1, 2), None)))
show("bad version", lambda: r.setstate((9, (), None)))
show("negative bits", lambda: r.getrandbits(-1))
show("bits type", lambda: r.getrandbits("x"))
show("native", lambda: (n := _random.Random(7), n.random(), n.getrandbits(5), len(n.getstate()))[1:])
show("native seed", lambda: _random.Random([]))
show("native state", lambda: _random.Random().setstate((1,)))
show("native values", lambda: _random.Random().setstate((-1,) * 625))
r.seed(1)
print(r.randrange(10), r.randrange(5, 50, 7), r.randrange(-3, 3), r.randint(1, 6), r.choice("abc"), r.choices([1, 2, 3], [5, 1, 0], k=6),
    r.choices("ab", cum_weights=[1, 3], k=4), r.sample(range(10**6), 3), r.sample("abc", 2, counts=[2, 1, 3]), r.uniform(5, 1), r.triangular(1, 5, 2),
    r.shuffle(x := list(range(8))), x, r.randbytes(5))
print(r.gauss(), r.gauss(1, 2), r.normalvariate(3, 1), r.lognormvariate(0, 0.5), r.expovariate(3), r.gammavariate(0.5, 2), r.gammavariate(1, 2),
    r.gammavariate(3, 1), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 1.5), r.vonmisesvariate(0, 4), r.vonmisesvariate(1, 0))
for call in (lambda: r.randrange(0), lambda: r.randrange(3, 1), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1.5), lambda: r.choice([]),
    lambda: r.sample([1], 2), lambda: r.sample({1, 2}, 1), lambda: r.choices([], k=1), lambda: r.choices([1], [0]), lambda: r.choices([1, 2], [1]),
    lambda: r.sample([1], -1), lambda: r.randbytes(-1), lambda: r.choices([1], [1], cum_weights=[1]), lambda: r.sample("ab", 1, counts=[1])):
    show("error", call)


class Mine(random.Random):
    def random(self):
        return 0.25


m = Mine()
print(m.choice("abcd"), m.randrange(8), m.shuffle(y := [1, 2, 3, 4]), y)
