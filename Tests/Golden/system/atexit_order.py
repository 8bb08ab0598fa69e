import atexit
atexit.register(print, "registered first, runs last")


@atexit.register
def second():
    print("second")


atexit.register(print, "third", "with", sep="-", end="!\n")


def bad():
    raise ValueError("in atexit")


atexit.register(bad)
atexit.register(print, "unregistered")
u = lambda: print("never")
atexit.register(u)
atexit.unregister(u)
print("main over")
