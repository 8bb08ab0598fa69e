"""Iterative Fibonacci: short loops, tuple swaps, ints that grow past a machine word."""


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main():
    total = 0
    for round_number in range(300000):
        total += fib(80 + round_number % 40) & 0xFFFFFF
    for n in (100, 1000, 5000):
        total ^= fib(n) % 1000000007
    return total


print(main())
