import sys
class T:
    def __add__(self, other): return other
def f(n):
    o = T(); i = 11
    for n in range(n): i += (o + i) * 18
    return i
n = 70
for t in range(25): r = f(n)
print(n, r)
