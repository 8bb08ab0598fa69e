def f(a, b):
    return a < b < None


f(1, 2)
