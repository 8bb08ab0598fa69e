"""The size of a list that is made of an iterable: as many places as that says it has."""
import sys
for n in (0,1,2,3,5,8,10,17,100,1000):
    print(n, [sys.getsizeof(list(x)) for x in ([0]*n, (0,)*n, range(n), dict.fromkeys(range(n)), (i for i in range(n)), 'a'*n, set(range(n)), map(int,range(n)))])
