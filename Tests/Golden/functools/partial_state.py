"""__setstate__ and __dict__ of partial; a cache that hashes its keys once."""

import functools

partial = functools.partial(print, 1)
partial.attribute = 2
partial.__setstate__((max, (1,), {"key": abs}, {"other": 3}))
print(partial, partial.__dict__)
partial.__setstate__((max, (1,), {"key": abs}, None))
print(partial, partial.__dict__, partial(-5, -2))
for value in (None, 3):
    try:
        partial.__dict__ = value
    except TypeError as error:
        print(error)
try:
    del partial.__dict__
except TypeError as error:
    print(error)


class Derived(functools.partial):
    pass


derived = Derived(max)
derived.attribute = 1
derived.__setstate__((max, (), {}, None))
print(derived.__dict__)


class Key:
    hashes = 0

    def __hash__(self):
        Key.hashes += 1
        return 1


@functools.lru_cache(maxsize=1)
def cached(*args):
    return len(args)


key = Key()
for arguments in ((key, 1), (key, 1), (6, 2), (key, 1)):
    print(cached(*arguments), Key.hashes, cached.cache_info())
