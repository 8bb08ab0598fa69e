def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("a", "x"), "abc".replace("x", "y"), "abcabc".replace("bc", ""), "a€b".replace("€", "eur"), "aXbX".replace("X", "😀"), "aaa".replace("aa", "b"), "abc".replace("b", "b"), "aa".replace("a", "", 0), "aa".replace("a", "c", -1))
show("a".replace, "a")
show("a".replace, 1, "b")
show("a".replace, "a", 1)
show("a".replace, "a", "b", "c")
show("a".replace, "a", "b", count=1)
t = str.maketrans({"a": "1", "b": None, 99: 100, "é": "ee"})
print(t, "abcdé".translate(t), "abc".translate({}), "abc".translate({97: "XX", 98: ""}))
print(str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "c"), "aabbcc".translate(str.maketrans("ab", "ba", "c")))
show(str.maketrans, "ab", "x")
show(str.maketrans, {"ab": 1})
show(str.maketrans, {1.5: 1})
show(str.maketrans, 5)
show(str.maketrans, "a", 1)
show("abc".translate, {97: 0x110000})
show("abc".translate, {97: 1.5})
show("abc".translate, 5)


class T:
    def __getitem__(self, k):
        if k == 98:
            raise LookupError
        return k + 1


print("abc".translate(T()), "expand\ttab\tx\n\ty".expandtabs(4).split("\n"), "a\tb".expandtabs(), "a\tb".expandtabs(0), "\t".expandtabs(1), "ab\r\tc".expandtabs(4), "a\tb".expandtabs(tabsize=3), "a\t".expandtabs(-5))
