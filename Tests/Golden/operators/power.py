print(2 ** 0, 0 ** 0, 2 ** 100, (-2) ** 3, 2 ** -2, 4 ** 0.5, (-8) ** 2, 2.0 ** 3, 0.0 ** 0)
print((-8) ** (1 / 3), (-1) ** 0.5, 1j ** 2, 2 ** 1j, (1 + 1j) ** 3)
print(pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 5, 7), pow(3, 5, -7), pow(10, 0, 1), pow(0, 0, 1), pow(2, 1000, 10 ** 9 + 7))
print(1e200 ** 0, 10.0 ** 300)
for source in ["10.0**400", "pow(2, 2.0, 3)", "pow(2, 3, 1.5)", "pow(4, -1, 8)", "pow('a', 1, 2)", "(-2.0)**0.5", "pow(1, 2, 3, 4)", "pow(2)", "pow(base=2, exp=5, mod=7)", "pow(2, exp=3)"]:
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
