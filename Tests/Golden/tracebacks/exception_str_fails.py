class E(Exception):
    def __str__(self):
        raise ValueError("broken str")


raise E
