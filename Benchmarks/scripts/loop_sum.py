"""A counted loop with integer arithmetic and a branch."""


def main(n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            total += i
        elif i & 1:
            total -= i >> 1
        else:
            total ^= i
    i = 0
    count = 0
    while i < n:
        i += 3
        count += i % 7
    return total, count


print(*main(9000000))
