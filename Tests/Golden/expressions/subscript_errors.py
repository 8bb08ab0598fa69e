def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


show(lambda: 1[0])
show(lambda: None[0])
show(lambda: [1][1])
show(lambda: [1][-2])
show(lambda: [1]["a"])
show(lambda: [1][1.0])
show(lambda: [1][None:"a"])
show(lambda: (1,)[5])
show(lambda: (1,)["a"])
show(lambda: "a"[1])
show(lambda: "a"["b"])
show(lambda: "a"[1.5])
show(lambda: b"a"[9])
show(lambda: b"a"["x"])
show(lambda: {}["k"])
show(lambda: {}[1, 2])
show(lambda: {}[[]])
show(lambda: {1}[0])
show(lambda: print[0])
show(lambda: int[0])
show(lambda: range(3)[3])
show(lambda: range(3)["a"])
show(lambda: [1, 2][::0])
show(lambda: "abc"[::0])
show(lambda: (x for x in [])[0])
show(lambda: [1][10 ** 30])
show(lambda: "a"[10 ** 30])
show(lambda: [1, 2, 3][-10 ** 30:10 ** 30])
show(lambda: (lambda: 0)[1])


def store(source):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)


store("(1, 2)[0] = 1")
store("'a'[0] = 'b'")
store("[1][3] = 1")
store("del [1][3]")
store("del (1,)[0]")
store("del 'a'[0]")
store("None[0] = 1")
store("del {}['x']")
store("range(3)[0] = 1")
store("[1, 2, 3][::2] = [1]")
store("[1, 2][0:1] = 5")
store("[1]['a'] = 5")
store("b'a'[0] = 1")
store("{1}[0] = 2")
store("del None[0]")
