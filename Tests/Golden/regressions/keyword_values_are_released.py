"""Values that go into a **keywords dict are released with it."""

import weakref


class Thing:
    pass


def collect(*args, **keywords):
    return keywords


def call(function, *args, **keywords):
    function(*args, **keywords)


class Callable:
    def __init__(self, **keywords):
        pass

    def method(self, **keywords):
        pass

    def __call__(self, **keywords):
        pass


def check(name, function):
    thing = Thing()
    reference = weakref.ref(thing)
    function(thing)
    del thing
    print(name, reference() is None)


check("function", lambda thing: collect(a=thing))
check("unpacked", lambda thing: collect(**{"a": thing}))
check("passed on", lambda thing: call(collect, thing, a=thing))
check("constructor", lambda thing: Callable(a=thing))
check("method", lambda thing: Callable().method(a=thing))
check("instance", lambda thing: Callable()(a=thing))
