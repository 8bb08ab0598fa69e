c = 3.14159 - 2.5j
for spec in ["", ".2f", "f", "e", "g", ".3g", "10.2f", "<20.1f", ">20", "+.1f", ",.2f", "^+25.2e", "#.0f"]:
    print(repr(spec), format(c, spec), format(1j, spec), format(-1e10 + 0j, spec))
for spec in ["05", "=5", "%", "d", "s", "x", "0.2f"]:
    try:
        print(format(c, spec))
    except ValueError as error:
        print(spec, error)
