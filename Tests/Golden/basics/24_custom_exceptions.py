class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class Sub(AppError):
    pass


try:
    raise Sub(3, "oops")
except AppError as e:
    print(e, e.code, e.args, repr(e))
try:
    try:
        raise KeyError("inner")
    except KeyError as e:
        raise Sub(1, "outer") from e
except Sub as e:
    print(repr(e.__cause__), repr(e))
try:
    [].pop()
except IndexError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    undefined
except NameError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
