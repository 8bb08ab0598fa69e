def outer(n):
    def inner(m):
        if m == 0:
            raise KeyError("bottom")
        inner(m - 1)

    inner(n)


outer(2)
