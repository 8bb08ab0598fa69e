name = "Bob"
n = 42
print(f"{name} is {n}")
print(f"{n:5d}|{n:<5}|{n:>5}|{n:^5}|{n:05}")
print(f"{3.14159:.2f} {1e10:g} {255:x} {255:#b}")
print(f"{name!r} {name!s:>5} {n + 1} {{}}")
print("%s %d %.1f" % ("a", 3, 2.55))
print("{1} {0}".format("a", "b"))
