def tree(c, depth=0):
    print("  " * depth + c.__name__)
    for s in sorted(c.__subclasses__(), key=lambda k: k.__name__):
        if s.__module__ == "builtins":
            tree(s, depth + 1)


tree(BaseException)
print(IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, LookupError), issubclass(UnicodeError, ValueError), BaseException.__mro__, Exception.__doc__)
