# Arguments of a call that is refused die one by one, and their destructors call functions of their own.
class Noisy:
    def __init__(self, name):
        self.name = name

    @property
    def label(self):
        return self.name.upper()

    def __del__(self):
        text = describe(self.label, *[1, 2, 3])
        seen.append(text)


def describe(label, a, b, c):
    local = [label, a, b, c]
    return "-".join(str(item) for item in local)


class Pair:
    def __init__(self, reader, writer, size=8):
        self.parts = reader, writer, size


def two(a, b, *, key=None):
    return a, b


seen = []
for attempt in range(60):
    for call in (
        lambda: Pair(Noisy("a"), Noisy("b"), 1, Noisy("c")),
        lambda: two(Noisy("d"), Noisy("e"), Noisy("f")),
        lambda: two(Noisy("g"), Noisy("h"), key=1, other=Noisy("i")),
        lambda: two(*[Noisy("j") for _ in range(5)]),
        lambda: Pair(Noisy("k"), wrong=Noisy("l")),
    ):
        try:
            call()
        except TypeError as error:
            if attempt == 0:
                print(error)
print(len(seen), sorted(set(seen)))
