# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class N:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return self.n if self.n == 0 else N(self.n - 1) + other

    def __getitem__(self, key):
        return key if key == 0 else self[key - 1]

    def __eq__(self, other):
        return self.n == 0 or N(self.n - 1) == other

    def __lt__(self, other):
        return self.n > 0 and N(self.n - 1) < other

    def __neg__(self):
        return "bottom" if self.n == 0 else -N(self.n - 1)

    def __contains__(self, n):
        return True if n == 0 else (n - 1) in self

    def __radd__(self, n):
        return "radd" if n == 0 else (n - 1) + self


print(N(depth) + 1, N(0)[depth], N(depth) == 5, N(depth) < 5, -N(depth), depth in N(0), depth + N(0))
