"""Exceptions raised and caught: direct, through frames, with finally, custom hierarchy, and the path where none is raised."""


class AppError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class NotFound(AppError):
    pass


class Denied(AppError):
    pass


def look_up(table, key):
    try:
        return table[key]
    except KeyError:
        raise NotFound(key) from None


def deep(level, key):
    if level == 0:
        if key % 2:
            raise Denied(key)
        return key
    try:
        return deep(level - 1, key)
    finally:
        counter[0] += 1


counter = [0]


def main(n):
    table = {i: i * 2 for i in range(0, 1000, 3)}
    total = 0
    for i in range(n):
        try:
            total += look_up(table, i % 1000)
        except NotFound as error:
            total += error.code & 1
        try:
            total += deep(4, i)
        except (ValueError, Denied) as error:
            total -= error.code % 5
        else:
            total += 1
        try:
            total += int("12")
            total += [1, 2, 3][i % 4]
        except IndexError:
            total += 7
    return total, counter[0]


print(*main(300000))
