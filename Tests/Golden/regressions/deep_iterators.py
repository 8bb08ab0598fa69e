# golden: record=no timeout=30
# Iterators over iterators, each a native call inside the other: an exception or the item, never the end of the process.
import itertools


def deep(make, start):
    iterator = iter(start)
    for _ in range(200000):
        iterator = make(iterator)
    try:
        next(iterator)
    except RecursionError:
        pass
    except StopIteration:
        pass


deep(zip, [1])
deep(itertools.chain, [1])
deep(lambda i: itertools.islice(i, 5), [1])
deep(itertools.accumulate, [1])
deep(itertools.cycle, [1])
deep(lambda i: itertools.takewhile(bool, i), [1])
print("alive")
