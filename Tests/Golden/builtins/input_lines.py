# golden: stdin="first line\n  second  \n\n5 6\nlast without newline"
print(repr(input()), repr(input("prompt> ")), repr(input()))
a, b = map(int, input(7).split())
print(a + b)
print(repr(input()))
try:
    input("more? ")
except EOFError as e:
    print(type(e).__name__, e)
for bad in ((1, 2), ):
    try:
        input(*bad)
    except TypeError as e:
        print(e)
