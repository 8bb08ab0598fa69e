a=b=3
print(a+b,a-b,a*b,a**b,a//b,a/b,a%b,a<<b,a>>b,a&b,a|b,a^b,~a)
print(a<b,a>b,a<=b,a>=b,a!=b,a==b)
print(a -b, a - -b, a--b, a+ +b, not a, not(a), -a**2, 2**-1, 2**-a**1)
x=[1,2,3]; x [1] = 5; print(x [1:], x [ 0 ], (lambda :1)(), {1 :2}, x[::2])
print(*x,sep = "," ,end = "\n")
i = 5
i+=1; i-=2; i*=3; i//=2; i**=2; i%=7; i<<=3; i>>=1; i|=8; i&=12; i^=5
print(i)
print(1if a else 2, [1 if x else 2for x in (0, 1)])
