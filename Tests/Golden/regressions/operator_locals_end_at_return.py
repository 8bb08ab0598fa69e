# The method of an operator whose local variables hold the last reference to something, called often: what waits for its result is not
# simply handed it.
class Term:
    def __init__(self, terms):
        self.terms = terms

    def __mul__(self, other):
        result = {}
        for a, v in self.terms.items():
            for b, w in other.terms.items():
                key = add(a, b)
                result[key] = result.get(key, 0) + v * w
        return Term(result)

    def __lt__(self, other):
        mine = sorted(self.terms)
        return mine < sorted(other.terms)

    def __add__(self, other):
        both = dict(self.terms)
        for key, value in other.terms.items():
            both[key] = both.get(key, 0) + value
        return Term(both)


def add(a, b):
    (a0, a1, a2) = a
    (b0, b1, b2) = b
    return (a0 + b0, a1 + b1, a2 + b2)


def power(base, n):
    result = Term({(0, 0, 0): 1})
    smaller = 0
    for i in range(n):
        if result < base:
            smaller += 1
        result = result * base + base
        total = result * base
    return result, total, smaller


base = Term({(1, 0, 0): 1, (0, 1, 0): 2, (0, 0, 1): 3})
for round_number in range(300):
    result, total, smaller = power(base, 3)
result, total, smaller = power(base, 9)
print(sorted(result.terms.items())[::17], sum(total.terms.values()), smaller)
