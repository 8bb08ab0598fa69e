# Every distribution over several seeds and parameters, SystemRandom's interface, and pickled generators.
import pickle
import random
from fractions import Fraction

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



for seed in 0, 1, "seed", b"\xff", 2**100, -7.5:
    r = random.Random(seed)
    print(repr(seed), r.random(), r.uniform(-1, 1), r.triangular(), r.triangular(0, 10, 10), r.triangular(5, 5), r.betavariate(0.5, 0.5), r.betavariate(9, 0.1), r.expovariate(1e-3), r.expovariate(-2), r.gammavariate(0.1, 1), r.gammavariate(1, 5), r.gammavariate(50, 0.1), r.gauss(0, 1), r.gauss(10, 0), r.lognormvariate(0, 1), r.normalvariate(), r.paretovariate(0.5), r.weibullvariate(2, 0.5), r.vonmisesvariate(3, 1e-7), r.vonmisesvariate(0, 100))
    print("  ", r.randint(-5, 5), r.randrange(0, 100, 7), r.randrange(10**30), r.randrange(5, -5, -3), r.getrandbits(100), r.randbytes(3).hex(), r.choice(range(9)), r.choices("abc", k=4), r.choices("abc", weights=[0, 0, 1], k=2), r.choices(range(4), cum_weights=[1, 1, 5, 6], k=5), r.sample(range(100), 5), r.sample("abcdefgh", 8), r.sample(["x", "y"], counts=[3, 2], k=4), r.choices([1, 2], [Fraction(1, 3), Fraction(2, 3)], k=3))
    items = list(range(10)); r.shuffle(items); print("  ", items, r.shuffle(items[:1]), r.sample([], 0))
for size in (5, 21, 22, 85, 86, 341, 1000):
    r = random.Random(size); print(size, r.sample(range(size), 5), r.sample(range(size), min(size, 22))[-3:])
errors = ["randrange()", "randrange('3')", "randrange(2.0)", "randrange(2.5)", "randrange(1, 2.0)", "randrange(0, 10, 0)", "randrange(3, 3)", "randrange(0, 5, 2.0)", "randrange(None)", "randrange(1, None, 2)", "randint(3, 1)", "randint(1.0, 2)", "randint(1.5, 2)", "choice([])", "choice({})", "choice({1: 2})", "choice(5)", "choice(set())", "choices([], k=2)", "choices([1], k=-1)", "choices([1, 2], [0, 0])", "choices([1, 2], [1, float('nan')])", "choices([1, 2], [1, float('inf')])", "choices([1, 2], [-1, 0])", "choices([1], [1], cum_weights=[1])", "choices([1], weights=5)", "choices([1, 2], cum_weights=[1])", "sample({1, 2}, 1)", "sample([1], 2)", "sample([1], 1.0)", "sample([1], -1)", "sample([1], counts=[1], k=2)", "sample([1, 2], counts=[1], k=1)", "sample([1], counts=[-1], k=1)", "sample([1], counts=[1.5], k=1)", "sample({1: 2}, 1)", "shuffle((1, 2))", "shuffle('ab')", "gammavariate(0, 1)", "gammavariate(1, -1)", "betavariate(0, 1)", "expovariate(0)", "lognormvariate(1000, 1)", "paretovariate(0)", "weibullvariate(1, 0)", "vonmisesvariate('x', 1)", "getrandbits(1.5)", "getrandbits('1')", "randbytes(1.5)", "seed(1, 2, 3)", "seed([1])", "setstate(None)", "setstate((3, (1,), None))", "setstate((2, (0,) * 625, None))", "gauss('a', 1)", "uniform('a', 'b')", "triangular(1, 2, 3, 4)"]
for text in errors:
    r = random.Random(3)
    show(text, lambda: eval("r." + text, {"r": r}))
r = random.Random(9); [r.random() for _ in range(700)]; r.gauss()
for protocol in 0, 2, 5:
    other = pickle.loads(pickle.dumps(r, protocol)); print([other.random() for _ in range(2)], other.gauss() == pickle.loads(pickle.dumps(other)).gauss())
state = r.getstate(); first = r.random(), r.gauss(); r.setstate(state); print((r.random(), r.gauss()) == first, len(state), state[2] is not None)
old = (2, tuple(x if x < 2**31 else x - 2**32 for x in state[1]), None); r.setstate(old); print(r.random())
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.getrandbits(70) < 2**70, len(s.randbytes(4)), s.seed(1), s.choice([4]), 1 <= s.randint(1, 3) <= 3); show("state", s.getstate); show("set", lambda: s.setstate(1)); show("negative bits", lambda: s.getrandbits(-1)); show("zero bits", lambda: s.getrandbits(0))


class Own(random.Random):
    def __init__(self, seed=None): self.calls = 0; super().__init__(seed)
    def random(self): self.calls += 1; return (self.calls * 0.137) % 1
class Bits(Own):
    def getrandbits(self, k): self.calls += 1; return self.calls % (1 << k)


for cls in Own, Bits:
    o = cls(5); print(cls.__name__, o.randrange(10), o.choice("abc"), o.sample(range(9), 3), o.gauss(), o.randint(1, 100), o.calls, o.randbytes(1) if cls is Bits else "", cls._randbelow.__name__)
random.seed(4); a = random.random(); random.seed(4); print(a == random.random(), random.getstate()[0], sorted(random.__all__)[:5])
