a = 3 ** 200
b = 7 ** 77 + 1
print(a + b, a - b, b - a)
print(a * b)
print(a // b, a % b, divmod(-a, b), divmod(a, -b))
print(a & b, a | b, a ^ b, ~a, -a & b, -a | b, a >> 50, -a >> 50, a << 10)
print(a == b, a < b, -a < b, a == 3 ** 200, hash(a), hash(-a), hash(a * b))
print(2 ** 1000 % (10 ** 9 + 7), pow(a, b, 10 ** 30 + 57), 10 ** 50 // 3, -(10 ** 50) // 3, 10 ** 50 % -7)
f = 1
for i in range(1, 101):
    f *= i
print(f)
for i in range(100, 0, -1):
    f //= i
print(f)
print((1 << 4000) % 1000003, (10 ** 300 + 1) * (10 ** 300 - 1) == 10 ** 600 - 1, (2 ** 521 - 1) * (2 ** 607 - 1) % 10 ** 40, len(str(3 ** 3000)), (3 ** 3000) // (3 ** 2990), int(str(7 ** 500)) == 7 ** 500)
