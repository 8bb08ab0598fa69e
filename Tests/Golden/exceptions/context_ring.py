# A ring of contexts made by hand must not hang what adds to it.
def cycle(length):
    ring = [ValueError(i) for i in range(length)]
    for i in range(length): ring[i].__context__ = ring[(i + 1) % length]
    try:
        raise ring[0]
    except ValueError:
        raise TypeError("out")


for length in 1, 2, 3, 7:
    try:
        cycle(length)
    except TypeError as e:
        print(length, repr(e.__context__), repr(e.__context__.__context__))
