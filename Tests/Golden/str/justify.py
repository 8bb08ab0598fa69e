def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = "abc"
for w in (-1, 0, 3, 4, 5, 6, 10):
    print([s.center(w), s.ljust(w), s.rjust(w), s.center(w, "*"), s.ljust(w, "é"), s.rjust(w, "😀"), s.zfill(w)])
print(["ab".center(5, "-"), "abc".center(6, "-"), "a".center(4, "-"), "".center(3, "-"), "-5".zfill(5), "+5".zfill(5), "".zfill(3), "--5".zfill(6), "-".zfill(4), "é".zfill(3)])
show(s.center, "a")
show(s.center, 10, "ab")
show(s.ljust, 10, "")
show(s.rjust, 10, 1)
show(s.center)
show(s.zfill, None)
show(s.center, 1.5)
