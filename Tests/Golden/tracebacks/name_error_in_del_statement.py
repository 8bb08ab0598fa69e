def f():
    del x


f()
