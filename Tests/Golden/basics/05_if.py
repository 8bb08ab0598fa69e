def sign(n):
    if n > 0:
        return "plus"
    elif n < 0:
        return "minus"
    else:
        return "zero"


print(sign(5), sign(-5), sign(0))
if []:
    print("no")
if [0]:
    print("yes")
print("a" if 1 else "b")
