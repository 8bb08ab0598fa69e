def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = "abcabcabc"
for f in ["find", "rfind", "index", "rindex", "count"]:
    m = getattr(s, f)
    print(f)
    for args in [("abc",), ("c", 3), ("a", 1, 5), ("",), ("", 9), ("", 10), ("x",), ("bc", -3), ("a", -100, 100), ("abc", None, 5), ("abcabcabcd",), ("", 3, 2), ("", 5, 5)]:
        show(m, *args)
show(s.find)
show(s.find, 1)
show(s.find, "a", "b")
show(s.find, None)
show(s.count, b"a")
print("aaaa".count("aa"), "".count(""), "abc".count(""), "añb€c".find("€"), "😀x😀".rfind("😀"), "abc".find("é"), "é".find("e"))
