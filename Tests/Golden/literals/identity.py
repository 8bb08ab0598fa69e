a = 256
b = 255 + 1
print(a is b)
x = "name"
y = "na" + "me"
print(x is y, () is (), None is None)
t = (1, 2)
print(t[:] is t, t + () is t, tuple(t) is t, t * 1 is t)
s = "abc"
print(s[:] is s, str(s) is s, s + "" is s, s * 1 is s, "" is s[:0])
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, f | set() is f)
b = b"ab"
print(bytes(b) is b, b[:] is b, b"" is b[:0])
print(int(a) is a, float(1.5) == 1.5, (0).__class__ is int)
i = 10 ** 30
print(int(i) is i, +i is i, abs(i) is i, i + 0 == i)
