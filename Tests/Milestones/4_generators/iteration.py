def count(n):
    for i in range(n):
        yield i


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    for _, value in zip(range(n), it):
        yield value


print(list(count(5)), sum(count(1000)), list(take(15, primes())))
g = count(2)
print(next(g), next(g), next(g, "end"), list(g))
print(sum(x * x for x in count(100) if x % 3 == 0), max(len(w) for w in "a bb ccc".split()))
a, *b = take(4, primes())
print(a, b, 7 in primes(), dict(zip("abc", primes())))
