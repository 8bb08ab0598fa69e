def dijkstra(graph, start):
    dist, todo = {start: 0}, [(0, start)]
    while todo:
        todo.sort(reverse=True)
        d, node = todo.pop()
        if d > dist[node]: continue
        for other, w in graph.get(node, {}).items():
            if other not in dist or d + w < dist[other]:
                dist[other] = d + w
                todo.append((d + w, other))
    return dist


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
def factor(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 + (p > 2)
    if n > 1: out[n] = 1
    return out
print(factor(2 ** 32 - 1), factor(600851475143), factor(97), [n for n in range(2, 60) if len(factor(n)) == 1 and sum(factor(n).values()) == 1])
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
print(gcd(2 ** 40, 6 ** 20), [sum(d for d in range(1, n) if n % d == 0) == n for n in (6, 28, 12)])
def roman(n):
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v:
            yield s
            n -= v
print(["".join(roman(n)) for n in (49, 1994, 2026)])
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"), len(set(perms("aabb"))), sorted(perms("cab"))[0])
def collatz(n): return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(max(range(1, 500), key=collatz), [collatz(n) for n in (27, 97)])
