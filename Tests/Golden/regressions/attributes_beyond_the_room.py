# Attributes that found no room in line are not those that did.
class Option:
    NAMES = ["action", "const", "callback", "metavar"]

    def __init__(self, *given, **values):
        self.given = [given]
        for name in self.NAMES:
            setattr(self, name, values.get(name))
        for check in self.CHECKS:
            check(self)

    def check_action(self):
        self.action = "store"

    def check_callback(self):
        if self.action == "callback":
            raise TypeError
        elif self.callback is not None:
            raise TypeError(self.callback)

    CHECKS = [check_action, check_callback]


class Duration(Option):
    COPY = Option.NAMES.copy()


def options(kind, count):
    return [kind("-h", help="x") for _ in range(count)]


for kind, count in [(Option, 2), (Option, 3), (Duration, 1), (Option, 2), (Duration, 2), (Option, 40), (Duration, 40)]:
    print(len(options(kind, count)))
