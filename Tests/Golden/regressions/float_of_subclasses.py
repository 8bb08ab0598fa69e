class Doubled(float):
    def __float__(self):
        return 42.0


class Itself(float):
    def __float__(self):
        return self


print(float(Doubled(3)), complex(Doubled(3)), complex(1, Doubled(3)), float(Itself(21)), Doubled(3) + 1, "%f" % Doubled(4))


class Plain(float):
    pass


class WithInit(float):
    def __init__(self, number, extra=None):
        self.extra = extra


for make in (lambda: Plain(x=0), lambda: WithInit(2.5, extra=3).extra, lambda: Plain(1, 2)):
    try:
        print(make())
    except TypeError as error:
        print(error)
