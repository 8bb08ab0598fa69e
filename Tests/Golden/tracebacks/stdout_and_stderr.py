print("out one")
try:
    raise ValueError
except ValueError:
    print("handled")
print("no newline", end="")
[][0]
