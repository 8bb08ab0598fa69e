é = 1
ﬁ = 2
print(é, fi, "ﬁ" in globals(), "fi" in globals())
变量 = "var"
_x1 = ª = 3
print(变量, _x1, a)
Ⅷ = 8
print(VIII)
class T:
    µ = 5
print(T().μ, T.__dict__["μ"])
match = case = type = _ = 1
print(match, case, type, _)
print("a".isidentifier(), "1a".isidentifier(), "é".isidentifier(), "a-b".isidentifier(), "def".isidentifier(), "".isidentifier())
