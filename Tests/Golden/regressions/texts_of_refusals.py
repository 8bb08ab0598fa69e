def attempt(text, **names):
    try:
        exec(text, {"Point": Point, "__name__": "__main__"}, names)
        print(text, "ok")
    except (TypeError, LookupError) as error:
        print(text, "|", error)


class Point:
    pass


for text in ["del ()[0]", "del ()['a']", "del 'a'[0]", "del 'a'[None]", "del {1}[0]", "del {1}['a']", "del (5)[0]", "del Point()[0]", "del Point()['a']",
             "x = Point(); x *= 'a'", "x = {}; x *= 'a'", "x = 5; x *= 'a'", "x = None; x *= [1]", "x = 'a'; x *= Point()", "x = Point() * 'a'", "x = 'a' * Point()",
             "x = 'a'; x[10**30] = 1", "x = (1,); del x[10**30]", "x = {1}; x[10**30] = 1", "x = 5; x[10**30] = 1", "{}.pop(set())", "{}.pop(set(), 5)", "{1: 2}.pop(set())",
             "f(**{1: 2})", "(lambda **k: k)(**{1: 2})", "(lambda **k: k)(a=1, **{2: 3})", "(lambda **k: k)(**{1: 2}, **{1: 3})", "(lambda **k: k)(**{'a': 2}, **{'a': 3})"]:
    attempt(text, f=lambda **k: k)
