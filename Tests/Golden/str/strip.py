def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(["  a b \n".strip(), "  a ".lstrip(), "  a ".rstrip(), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".strip(""), "\u3000a\u2003".strip(), "xyx".lstrip("xy"), "".strip(), "   ".strip(), "aé a".strip("aé"), "\x1fa\x85".strip(), "abc".strip("abc"), "a".strip(None)])
show("a".strip, 1)
show("a".lstrip, b"a")
show("a".rstrip, "a", "b")
