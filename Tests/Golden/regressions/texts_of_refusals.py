def attempt(text, **names):
    try:
        exec(text, {"Point": Point, "__name__": "__main__"}, names)
        print(text, "ok")
    except TypeError as error:
        print(text, "|", error)


class Point:
    pass


for text in ["del ()[0]", "del ()['a']", "del 'a'[0]", "del 'a'[None]", "del {1}[0]", "del {1}['a']", "del (5)[0]", "del Point()[0]", "del Point()['a']",
             "x = Point(); x *= 'a'", "x = {}; x *= 'a'", "x = 5; x *= 'a'", "x = None; x *= [1]", "x = 'a'; x *= Point()", "x = Point() * 'a'", "x = 'a' * Point()",
             "f(**{1: 2})", "(lambda **k: k)(**{1: 2})", "(lambda **k: k)(a=1, **{2: 3})", "(lambda **k: k)(**{1: 2}, **{1: 3})", "(lambda **k: k)(**{'a': 2}, **{'a': 3})"]:
    attempt(text, f=lambda **k: k)
