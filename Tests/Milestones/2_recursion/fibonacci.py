def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


memo = {}


def fast(n):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fast(n - 1) + fast(n - 2)
    return memo[n]


print([fib(i) for i in range(20)], fib(24))
print(fast(90), fast(300))
