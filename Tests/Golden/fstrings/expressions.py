def f(a, b=2):
    return f"{a}-{b}"


d = {"key": [1, {"k": "v"}]}
print(f"{f(1)} {f(1, b=3)} {d['key'][1]['k']} {d['key'][0]:>3}")
print(f"{(x := 3)} {x} {x:=4} {x!r:=>4}")
print(f"{1 == 1} {1 != 2} {x >= 3} {x <= 2} {'a' in 'abc'} {not x}")
print(f"{[i for i in range(3)]} {sum(i for i in range(4))} {({i for i in range(2)})}")
print(f'''{
    x
    + 1
}''', f"""{x
}""")
print(f"{'a' 'b'}" f"{'c'}", f"{x}{x}" * 2, f"{-x}{+x}{~x}", f"{3 .real}")
print(f"{lambda_ if (lambda_ := 5) else 1}", f"{(lambda y: y * 2)(4)}", f"{d!r:.5}")


async def g():
    return f"{await h()}"


async def h():
    return "awaited"


try:
    g().send(None)
except StopIteration as stop:
    print(stop.value)


def gen():
    got = f"{yield 1}!"
    print(got)
    yield


it = gen()
next(it)
it.send("sent")
