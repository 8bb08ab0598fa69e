class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)))
a, b = Countdown(2)
print(a, b)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None))
