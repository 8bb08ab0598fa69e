values = [0.0, -0.0, 1.0, 3.14159, -2.5, 1e10, 1234567.891, 1e-7, 1e100, 123456789012345680.0]
for spec in ["", "f", ".0f", ".2f", "e", ".3e", "E", "g", "G", ".3g", "n", "%", ".1%", "10", "<10.2f", "+.1f", " .1f", "010.2f", ",", ",.2f", "_.1f", "#.0f", "#g", ".10", "z.1f", "=+10.1f", ".0e", "#.0e", ".17g"]:
    print(repr(spec), [format(v, spec) for v in values])
for spec in ["", "f", "F", "e", "g", "%", "5", "05", "+", "<6|"[:-1], ".1f", "G", "E", "010"]:
    print(repr(spec), [format(float(v), spec) for v in ("inf", "-inf", "nan")])
print(format(0.1, ".20f"), format(2.675, ".2f"), format(0.5, ".0f"), format(1.5, ".0f"), format(2.5, ".0f"), format(1e22, ".0f"), format(1e16, "r"[:0]), format(5e-324, "g"), format(-0.04, "z.1f"), format(0.00001234, "g"), format(1e5, "g"), format(1e6, "g"))
