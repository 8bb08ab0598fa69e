# golden: flags=-OO
"""module doc"""


def f():
    """doc"""


class A:
    """doc"""


print(f.__doc__, A.__doc__, __doc__, __debug__)
