f = lambda x: x.y
g = lambda x: f(x)
g(1)
