def a():
    b()


def b():
    raise ValueError("deep")


a()
