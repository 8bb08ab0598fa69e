for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b)
for a in (7.5, -7.5):
    for b in (2, -2):
        print(a, b, a // b, a % b, divmod(a, b))
print(0.0 // 3, -0.0 // 3, 0.0 % -3, -1e-20 % 3, 5.0 % float("inf"), -5.0 % float("inf"), 5 // float("inf"), -5 // float("inf"))
for source in ["1/0", "1//0", "1%0", "1.0/0", "1.0//0", "1.0%0", "divmod(1,0)", "divmod(1.0,0)", "1j/0", "0**-1", "0.0**-1", "0j**-1", "pow(2,-1,4)", "pow(2,1,0)", "10**400/0", "10**400*1.0", "10**400/3.0", "True/False"]:
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
print(10 ** 400 // 10 ** 399, 10 ** 400 / 10 ** 399, (10 ** 20) / 3, 2 ** 70 / 2 ** 10, -10 ** 30 // 7, -10 ** 30 % 7)
