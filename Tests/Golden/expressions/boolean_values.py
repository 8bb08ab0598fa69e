print(1 and 2, 0 and 2, "" or "x", None or 0 or [], [] and 1, 1 or undefined)
print(not [], not 0.0, not "a", not None)
print((1 and 0) or 5, 1 and (0 or 5), not 1 or 1)


class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v

    def __repr__(self):
        return f"B({self.v})"


print(B(True) and B(False) or B(True))
print(not B(False), B(True) if B(False) else B(False))
if B(False) or B(False) or B(True):
    print("in")
while not B(True):
    pass
print([x for x in (0, 1, 2) if x and x < 2])
