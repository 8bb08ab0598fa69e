def check(x):
    assert x > 1, f"x was {x}"
    assert (x ==
            5)


check(2)
