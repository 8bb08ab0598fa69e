def double(x):
    """Doubles.

    >>> double(2)
    4
    >>> double("a")
    'ab'
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    """
    return x * 2
