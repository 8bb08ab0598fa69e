"""Constructors refuse keyword arguments unless a class derived from them takes them."""

import itertools
import operator

cases = [
    (itertools.filterfalse, (None, [0, 1])), (itertools.chain, ([1, 2], [3])), (itertools.starmap, (operator.pow, ((2, 3),))),
    (itertools.islice, ([1, 2, 3], 1, 3)), (itertools.takewhile, (bool, [2, 0])), (itertools.dropwhile, (bool, [2, 0])),
    (itertools.cycle, ([1, 2],)), (itertools.pairwise, ([1, 2, 3],)), (filter, (None, [0, 1])), (map, (str, [1])),
    (itertools.repeat, (1, 2)), (zip, ([1], [2])), (itertools.compress, ("AB", [1, 0])),
]
for base, arguments in cases:
    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, *args, new=None):
            self.new = new

    for kind in (base, Plain, WithInit):
        try:
            print(kind.__name__, list(itertools.islice(kind(*arguments, new=3), 3)))
        except TypeError as error:
            print(kind.__name__, error)
