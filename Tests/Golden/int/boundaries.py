for e in (15, 29, 30, 31, 32, 47, 48, 49, 52, 53, 59, 60, 61, 62, 63, 64, 90, 120):
    n = 1 << e
    print(e, n - 1, n, n + 1, -n - 1, -n, -n + 1, n - 1 + 1 == n, (n - 1) * (n + 1) == n * n - 1, (n * n) // n == n, -n // 3, n % 1000, (n >> 1) << 1 == n, float(n), hash(n), hash(-n), hash(n - 1))
x = 2 ** 48
total = 0
for i in range(10):
    x += x
    total -= x
print(x, total, x * x, -x * x, x - x, x // x, abs(total), +total, total >> 55)
i = 140737488355320
while i < 140737488355340:
    i += 7
print(i, -i, i * 2, i * -3, i ** 2, i << 3)
