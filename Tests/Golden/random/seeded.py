import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 100, 7), random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.sample(range(100), 5), random.uniform(1, 2), random.getrandbits(40), random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(1), random.triangular(0, 1, 0.5), random.betavariate(1, 2), random.gammavariate(2, 1), random.randbytes(5))
l = list(range(10))
random.shuffle(l)
print(l, random.choices("ab", weights=[1, 9], k=8), random.choices("abc", cum_weights=[1, 2, 10], k=4), random.sample("aab", counts=None, k=2), random.sample(["x", "y"], counts=[2, 1], k=3))
r = random.Random("string seed")
print(r.random(), random.Random(b"bytes").random(), random.Random(1.5).random(), random.Random(-5).random() == random.Random(5).random(), random.Random(2 ** 100).getrandbits(100))
state = r.getstate()
a = r.random()
r.setstate(state)
print(a == r.random(), len(state[1]), state[0])
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(2, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.randrange(1.5), lambda: random.getrandbits(-1), lambda: random.seed([]), lambda: random.choices([1], weights=[0])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
