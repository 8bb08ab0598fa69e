"""A getter that raises, called by machine code: its object must not be released twice."""
import sys


class Reading:
    def __init__(self, value):
        self.value = value

    @property
    def checked(self):
        if self.value:
            return self.value
        raise ValueError("nothing")

    @property
    def missing(self):
        return self.value.missing


def attempt(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__


def count(name, function, value):
    global reading
    reading = value
    before = sys.getrefcount(value)
    results = {attempt(function) for _ in range(3000)}
    print(name, sorted(map(str, results)), sys.getrefcount(value) - before)


for value in (Reading(1), Reading(0)):
    count("checked", lambda: reading.checked, value)
    count("in a tuple", lambda: (reading.value, reading.checked)[1], value)
    count("missing", lambda: reading.missing, value)
