class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v


l = [10, 20, 30]
print(l[I(0)], l[I(-1)], l[I(1):], l[True], l.pop(I(0)), l.insert(I(1), "x"), l, l.index("x", I(0)), l * I(2))
l[I(0)] = "set"
del l[I(-1)]
print(l)
for bad in (1.0, "0", None, [0], (0,)):
    try:
        l[bad]
    except TypeError as e:
        print(e)
for i in (5, -5, 2 ** 63, -2 ** 63 - 1):
    try:
        l[i]
    except IndexError as e:
        print(e)
print(l[-2 ** 70:2 ** 70], l[2 ** 70:], l[:-2 ** 70])
