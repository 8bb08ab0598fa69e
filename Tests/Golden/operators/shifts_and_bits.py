print(1 << 0, 1 << 62, 1 << 63, 1 << 64, 1 << 200 >> 199, -1 >> 10, -1 << 3, -5 >> 1, 5 >> 100, -5 >> 100, 0 << 1000)
print(-1 & 255, -256 & 0xFFF, -1 | 5, -6 | 3, -1 ^ 5, 5 ^ -5, ~0, ~-1, ~(1 << 70), -(1 << 70) & (1 << 70) - 1)
print((1 << 70) & -2, (1 << 70) | 1, (1 << 70) ^ (1 << 70), -(1 << 70) | 1, -(1 << 70) ^ 3, (-(1 << 65)) >> 3)
print(True & False, True | 2, True ^ True, True << 2, ~True, True & 1, type(True & True), type(True & 1))
for source in ["1 << -1", "1 >> -1", "1 << 10**20", "0 << 10**20", "1 >> 10**20", "-1 >> 10**20"]:
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
