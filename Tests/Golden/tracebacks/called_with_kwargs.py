def f(a, *, key):
    pass


f(1,
  kay=2)
