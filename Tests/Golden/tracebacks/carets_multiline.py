def f(a, b, c):
    return a / b


value = f(
    1,
    0,
    3,
)
