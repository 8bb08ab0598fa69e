def deco(f):
    raise TypeError("in deco")


@deco
def f():
    pass
