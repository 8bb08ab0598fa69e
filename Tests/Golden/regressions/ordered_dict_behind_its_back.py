# Keys that plain dict's methods take out of an OrderedDict: whoever asks for their values gets a KeyError.
from collections import OrderedDict

for change in (lambda d: dict.__delitem__(d, "a"), lambda d: dict.pop(d, "a"), lambda d: dict.popitem(d), lambda d: dict.clear(d)):
    od = OrderedDict(a=1, b=2)
    change(od)
    for look in (repr, lambda d: list(d.values()), lambda d: list(d.items()), lambda d: d.copy()):
        try:
            print(look(od))
        except KeyError:
            print("KeyError")


class Key:
    count = 0

    def __hash__(self):
        Key.count += 1
        return Key.count


od = OrderedDict((Key(), n) for n in range(50))
for look in (repr, lambda d: list(d.values()), lambda d: list(d.items()), lambda d: d.copy()):
    try:
        look(od)
        print("found")
    except KeyError:
        print("KeyError")
print(len(list(od)))
