try:
    raise ExceptionGroup("g", [ValueError(1), OSError(2), KeyError(3)])
except* ValueError:
    raise TypeError("new")
except* KeyError:
    pass
