# What is thrown into a generator that has ended, or in a handler, has no context of its own accord.
def numbers():
    yield 1


def tell(error):
    print(repr(error), repr(error.__context__), repr(error.__cause__))


def throw(generator, *what):
    try:
        generator.throw(*what)
    except Exception as error:
        tell(error)


def ended():
    generator = numbers()
    list(generator)
    return generator


throw(ended(), ValueError)
try:
    {}["k"]
except KeyError:
    throw(ended(), ValueError)
    throw(ended(), ValueError("instance"))
    throw(numbers(), ValueError("not started"))
    started = numbers()
    next(started)
    throw(started, ValueError("suspended"))
    throw(started, TypeError, "again")
