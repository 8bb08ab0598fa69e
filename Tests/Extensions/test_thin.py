
import thin
print(thin.__doc__, thin.noargs(), thin.one(21), thin.one("ab"), thin.N)
print(thin.varargs(3,"hi",None), thin.varargs(3,"hi",[1,2.5],9))
print(thin.kw(1), thin.kw(1,b=2,c="x"), thin.fast(1,None,"z",True), thin.fastkw(1,2,k=3))
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
t(thin.err,[1]); t(thin.noargs,1); t(thin.one); t(thin.varargs,1); t(thin.varargs,"a","b",3); t(thin.kw); t(thin.kw,1,q=2); t(thin.kw,"x"); t(thin.kw,1,2,3); t(thin.one,a=1)
l=[1,2.5,None,True]
print(thin.sum(l), l, l[2] is None, l[-1] is None, [x is None for x in l], None in l)
a,b,c,d,e,f=l
print(c is None, f is None, e+1)
print(thin.call(lambda x,y:(x,y)), thin.call(max), thin.nested(((1,2),None)))
print(thin.Pt, thin.Pt.__doc__, thin.Pt.m.__doc__, thin.Pt.m)
p=thin.Pt(2.5); q=thin.Pt(1,[1])
print(p,q,p+q,p.x,q.o,p.o,p.twice,p.m(3),len(p),list(p),p[1],p<q,p==q,hash(p),p!=q)
p.x=9; print(p); p.o=(1,2); print(p.o)
t(lambda:p+1); t(lambda:p.nope); t(lambda: p[7])
class S(thin.Pt):
    def __repr__(self): return "S"+super().__repr__()
    def __len__(self): return 77
s=S(4.0); s.attr=1; print(s, len(s), s.attr, s.twice, s+p, thin.slots(s))
for i in range(2000):
    x=S(1.0,[i]); x.y=x.o
    thin.fast(i,x,2.5)
import weakref
print("done")
