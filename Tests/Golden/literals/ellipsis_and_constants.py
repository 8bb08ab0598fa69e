print(..., Ellipsis, type(...), ... is Ellipsis, bool(...))
print(None, NotImplemented, type(None), type(NotImplemented), __debug__)
print(type(None)() is None, type(...)() is ...)
try:
    type(None)(1)
except TypeError as error:
    print(error)
try:
    bool()
    type(NotImplemented)(1)
except TypeError as error:
    print(error)
