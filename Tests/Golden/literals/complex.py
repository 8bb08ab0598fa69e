print(1j, 1.5J, 1e3j, 0j, 1_0j, 00j, .5j)
print(1 + 2j, 1 - 2j, -1j, -(0 + 1j), (1 + 0j) * -1, complex(-0.0, -0.0))
print(repr(1e20j), 1e300 + 1e-300j)
