s = "ab" * 500000
print(len(s), s.count("ba"), s.find("bb"), len(s.replace("a", "xyz")), s[-3:], hash(s) == hash("ab" * 500000), len(s.split("a")), s.endswith("ab"))
n = 7 ** 3000
print(n % 10 ** 20, len(str(n)), n.bit_length(), int(str(n)) == n, hex(n)[:12], n >> 8000)
print(str(2 ** 13000)[:30], (10 ** 2000).bit_length(), pow(3, 10 ** 6, 10 ** 9 + 7), sum(range(10 ** 6)), (10 ** 1000 - 1) // 9 == int("1" * 1000))
l = list(range(100000))
l.reverse()
l.sort(key=lambda v: v ^ 0x5555)
print(l[:5], sum(l[::7]), len(set(l)), l.index(0), max(l))
d = {i: str(i) for i in range(50000)}
print(len(d), d[49999], sum(map(len, d.values())))
for f in (lambda: "a" * (2 ** 62), lambda: [0] * (2 ** 62), lambda: b"a" * 2 ** 62, lambda: " ".ljust(2 ** 62), lambda: 1 << 2 ** 62, lambda: bytearray(2 ** 62), lambda: (1,) * 2 ** 62):
    try:
        f()
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)
