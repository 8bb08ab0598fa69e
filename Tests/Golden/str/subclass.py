class S(str):
    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value)
        self.extra = extra
        return self

    def upper(self):
        return "custom"

    def __add__(self, other):
        return S(str(self) + "+" + other)

    def __eq__(self, other):
        return "eq"

    __hash__ = str.__hash__


s = S("abc", extra=5)
print(s, repr(s), s.extra, s.upper(), s.lower(), type(s.lower()), s + "d", type(s + "d"), "x" + s, type("x" + s), s == 1, "abc" == s, s[0], type(s[:]), len(s))
print({"abc": 1}[s], isinstance(s, str), str(s) is s, type(str(s)), s.__dict__, f"{s:>5}", "%s" % s, type(s.strip()), type(s * 1), type(s.replace("x", "y")), hash(s) == hash("abc"))


class T(str):
    def __str__(self):
        return "T!"

    def __repr__(self):
        return "R!"


t = T("t")
print(t, str(t), repr(t), f"{t}", f"{t!r}", "%s" % t, "{}".format(t), [t], "".join([t]), t + "")
