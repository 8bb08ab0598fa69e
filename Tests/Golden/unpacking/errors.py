def attempt(source):
    try:
        exec(source, {})
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in [
    "a, b = 1", "a, b = 1, 2, 3", "a, b = 1,", "a, b = ''", "a, *b, c = 1,", "a, *b = ()", "a, b = None", "[a] = 5", "a, b = {1}", "a, b = {'x': 1, 'y': 2, 'z': 3}", "(a, b), c = 1, 2", "a, b = iter([1])", "a, b = iter([1, 2, 3])",
    "for a, b in [(1, 2), (1,)]: pass", "a, b = range(10**10)", "() = [1]", "a, b, c = 'ab'", "*a, b = []", "[a, b] = lambda: 0", "x = [*5]", "f = print(*5)", "x = {**[1]}", "x = *5,", "a, b = object()", "x = {*5}", "x, y = [1, 2, 3, 4]", "x, y = 'abcd'", "x, y = (1, 2, 3)",
]:
    attempt(source)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


try:
    a, b = It()
except ValueError as error:
    print(error)
