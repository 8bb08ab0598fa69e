"""The size of lists that were extended, displayed, sorted."""
import sys
for n in (0,1,2,3,5,8,10,17,100):
    r=[]
    for x in ([0]*n, (0,)*n, range(n), dict.fromkeys(range(n)), (i for i in range(n)), 'a'*n):
        a=[]; a.extend(x); r.append(sys.getsizeof(a)); b=[*x]; r.append(sys.getsizeof(b)); c=[]; c+=x; r.append(sys.getsizeof(c))
        d=[1]; d.extend(x); r.append(sys.getsizeof(d)); r.append(sys.getsizeof(sorted(x)))
    print(n,r)
