class I:
    def __int__(self):
        return 7

    def __index__(self):
        return 9

    def __float__(self):
        return 2.5


print("%d %x %f %s" % (I(), I(), I(), I().__class__.__name__), "%c" % I() == chr(9))


class M:
    def __getitem__(self, k):
        return k * 2


print("%(ab)s" % M(), "%(a(b)c)s" % M(), "%()s|" % M())


class T(tuple):
    pass


print("%s-%s" % T((1, 2)))


class S(str):
    def __str__(self):
        return "S!"

    def __mod__(self, other):
        return "mod"

    def __rmod__(self, other):
        return "rmod"


print("%s" % S("x"), S("%s") % 1, "%s" % (S("x"),), "abc" % S("y"))


class R:
    def __rmod__(self, other):
        return f"rmod {other}"


print("%s" % R() != "rmod", [1] % R())
print(b"%s %d %x %c %a %r" % (b"b", 5, 255, 65, "é", "q"), b"%(k)b" % {b"k": b"v"}, b"%5s|%-5b|" % (b"a", b"b"), bytearray(b"%d") % 3)
for source in ["b'%s' % 'a'", "b'%c' % 256", "b'%b' % 1", "b'%d' % 'a'", "b'%(a)s' % {'a': 1}", "b'%s' % 1"]:
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
