# Generators that are resumed and suspended by machine code, and what comes between.
import sys


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for value in source:
        if value % 2 == 0:
            yield value


def walk(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


def objects(n):
    for i in range(n):
        held = [i]
        yield held
        held = yield "a" + str(i)
        yield (held, i)


def total(source):
    result = 0
    for value in source:
        result += value
    return result


def sizes(source):
    result = 0
    for value in source:
        result += len(value)
    return result


for round_number in range(3):
    print(total(count(3000)), total(evens(count(3000))), total(walk(0, 2000)), sizes(objects(2000)))


# What an object held last goes when the loop takes the next one.
class Noted:
    alive = 0

    def __init__(self):
        Noted.alive += 1

    def __del__(self):
        Noted.alive -= 1


def noted(n):
    for i in range(n):
        yield Noted()


most = 0
for thing in noted(3000):
    most = max(most, Noted.alive)
print(most, Noted.alive)
del thing
print(Noted.alive)


# Sent values, exceptions thrown and raised, and closing, in the middle of a loop that is hot.
def echo():
    received = None
    while True:
        try:
            received = yield received
        except KeyError as error:
            received = ("caught", error.args)
        except GeneratorExit:
            print("closed")
            return


def mixed(generator, n):
    seen = []
    for i, value in enumerate(generator):
        if i > n:
            break
        if i % 500 == 499:
            seen.append(generator.send(i))
            seen.append(generator.throw(KeyError(i)))
    generator.close()
    return seen


print(mixed(echo(), 3000))


def failing(n):
    for i in range(n):
        yield i
    raise LookupError(n)


def delegating(n):
    try:
        result = yield from failing(n)
    except LookupError as error:
        yield -error.args[0]
        return "done"


def outer(n):
    result = yield from delegating(n)
    yield result


print(list(outer(2000))[-3:])
try:
    for value in failing(2500):
        pass
except LookupError as error:
    print(value, error, error.__traceback__.tb_next.tb_lineno - failing.__code__.co_firstlineno)


# One that handles an exception sees it again when it is resumed, and its loop does not.
def handling(n):
    try:
        raise ValueError("inner")
    except ValueError:
        for i in range(n):
            yield sys.exc_info()[1]
    yield sys.exc_info()[1]


def watch(n):
    seen = set()
    for error in handling(n):
        seen.add((repr(error), repr(sys.exc_info()[1])))
    return sorted(seen)


print(watch(2000))
try:
    raise TypeError("outer")
except TypeError:
    print(watch(2000))


# A generator that asks for itself, and recursion through generators.
def self_aware():
    for i in range(2000):
        try:
            next(me)
        except ValueError as error:
            yield str(error)


me = self_aware()
print(set(me))


def deep(n):
    if n:
        for value in deep(n - 1):
            yield value + 1
    else:
        for i in range(300):
            yield i


print(total(deep(40)))
try:
    print(total(deep(2000)))
except RecursionError as error:
    print(error)


# The frame while it runs and while it waits.
def frames():
    for i in range(2000):
        yield sys._getframe().f_back.f_code.co_name, sys._getframe().f_lineno - frames.__code__.co_firstlineno


def look():
    seen = set()
    generator = frames()
    for item in generator:
        seen.add(item + (generator.gi_running, generator.gi_frame.f_lineno - frames.__code__.co_firstlineno))
    return seen, generator.gi_frame


print(look())

# A generator that moves from one loop to another, and from compiled code to the rest.
shared = count(10**9)


def take(n):
    for value in shared:
        if value >= n:
            return value


print(take(2000), next(shared), take(4000), [next(shared) for _ in range(3)], take(6000), shared.send(None))
print(sum(value for value, _ in zip(shared, range(2000))))


# Tracing begins and ends while it is suspended.
def traced():
    events = []

    def tracer(frame, event, argument):
        if frame.f_code is count.__code__:
            events.append(event)
            return tracer

    source = count(4000)
    for value in source:
        if value == 3000:
            sys.settrace(tracer)
        if value == 3002:
            sys.settrace(None)
    return events, value


print(traced())
