"""Lists: append, pop, index, slice, insert, sort, reverse, search."""


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i, prime in enumerate(flags) if prime]


def shuffle(values, seed):
    for i in range(len(values) - 1, 0, -1):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        j = seed % (i + 1)
        values[i], values[j] = values[j], values[i]
    return values


def main():
    primes = sieve(1500000)
    checksum = len(primes) + primes[-1]
    values = shuffle(list(range(300000)), 7)
    ordered = sorted(values)
    ordered.reverse()
    checksum += ordered[5] + sum(values[10:50000:3])
    by_digit = sorted(values, key=lambda value: (value % 10, -value))
    checksum += by_digit[12345]
    stack = []
    for value in values:
        while stack and stack[-1] < value:
            checksum += stack.pop() & 1
        stack.append(value)
    for i in range(2500):
        stack.insert(i % (len(stack) + 1), i)
        if i in stack[:40]:
            checksum += 1
    for i in range(1200):
        checksum += stack.index(i)
    copy = stack + stack[::-1]
    copy.extend(values[:1000])
    del copy[::2]
    return checksum + len(copy) + copy.count(77)


print(main())
