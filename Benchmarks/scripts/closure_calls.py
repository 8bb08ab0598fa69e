"""Closures: captured variables read and written, decorators, partial application, callbacks."""


def make_counter(step):
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def traced(function):
    calls = [0]

    def wrapper(*arguments):
        calls[0] += 1
        return function(*arguments)

    wrapper.calls = calls
    return wrapper


@traced
def mix(a, b):
    return (a * 31 + b) % 65537


def adder(n):
    return lambda value: value + n


def main(n):
    counter = make_counter(3)
    pipeline = compose(adder(1), adder(2), lambda value: value * 2 % 1009)
    total = 0
    for i in range(n):
        total += counter() & 7
        total += pipeline(i)
        total = mix(total, i)
        if i % 5 == 0:
            total += make_counter(i)()
    return total, mix.calls[0]


print(*main(1700000))
