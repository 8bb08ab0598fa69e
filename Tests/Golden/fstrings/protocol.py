class C:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


c = C()
print(f"{c} {c:abc} {c!s} {c!r} {c!s:>6} {c=} {c=:x} {c:{1}{2}} {c!a} {c:{'{'}}")


class NoFormat:
    __str__ = lambda self: "plain"


print(f"{NoFormat()}", f"{NoFormat()!s:>7}")
for spec in ["5", "x", ""]:
    try:
        print(format(NoFormat(), spec))
    except TypeError as error:
        print(error)
for value in [None, [1], (1,), {}, object, ...]:
    try:
        print(f"{value:>5}")
    except TypeError as error:
        print(error)


class BadFormat:
    def __format__(self, spec):
        return 5


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


for f in (lambda: f"{BadFormat()}", lambda: f"{BadStr()!s}", lambda: f"{BadStr()!r}", lambda: f"{BadStr()}"):
    try:
        f()
    except TypeError as error:
        print(error)
