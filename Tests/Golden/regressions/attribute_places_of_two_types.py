# A site that saw two classes whose instances keep an attribute at different places, some in a dict of their own.
class Plain:
    def __init__(self):
        self.kind = "kind"
        self.value = None


class Longer:
    def __init__(self):
        self.first = 1
        self.second = 2
        self.value = "value"


class Loose:
    def __init__(self):
        self.value = "loose"
        self.kind = 5


def read(object):
    return object.value


plain, longer, loose = Plain(), Longer(), Loose()
materialised = Longer()
materialised.__dict__["other"] = 3
swapped = Loose()
swapped.__dict__["x"] = 1
wrong = 0
for number in range(400):
    for object, expected in ((plain, None), (materialised, "value"), (plain, None), (longer, "value"), (swapped, "loose"), (plain, None), (loose, "loose")):
        wrong += read(object) != expected
print(wrong)
