# What __exit__ was bound to, and classes whose bases do not fit, went on living.
import gc
import _weakref


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True


def run():
    manager = Manager()
    with manager:
        raise ValueError
    return _weakref.ref(manager)


print(run()())


class A:
    pass


def classes():
    return sum(isinstance(object, type) for object in gc.get_objects())


def attempt():
    try:
        type("C", (object, A), {})
    except TypeError:
        pass


attempt()
gc.collect()
before = classes()
for _ in range(10):
    attempt()
gc.collect()
print(classes() - before)
