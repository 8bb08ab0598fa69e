import atexit
import sys


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(atexit._ncallbacks())


@atexit.register
def first(): print("first registered, last called")


atexit.register(print, "second", end="!\n")
atexit.register(lambda: 1 / 0)
atexit.register(first)
print(atexit._ncallbacks(), atexit.unregister(first), atexit._ncallbacks(), atexit.unregister(3))
atexit.register(first)
atexit.register(lambda: atexit.register(print, "registered while leaving"))
atexit.register(sys.exit, 3)
atexit.register(sys.stdout.flush)
show("type", lambda: atexit.register(5))
show("none", lambda: atexit.register())
print(atexit.register(len, []) is len)


class Eq:
    def __call__(self): print("never")
    def __eq__(self, other): return True


atexit.unregister(Eq())
print(atexit._ncallbacks())
atexit.register(print, "only")
atexit._run_exitfuncs()
print(atexit._ncallbacks())
atexit.register(print, "cleared")
atexit._clear()
atexit.register(print, "the end")
