class AIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("agen finally")


async def main():
    async for x in AIter(3):
        print(x)
    else:
        print("else")
    print([x async for x in agen(3)], {x: y async for x, y in pairs()}, [x async for x in agen(5) if x % 2], sorted({x async for x in AIter(3)}))
    a = agen(3)
    print(await a.__anext__(), await a.asend("hi"), await anext(a), await anext(a, "default"))
    b = agen(3)
    await anext(b)
    await b.aclose()
    c = agen(2)
    await anext(c)
    try:
        await c.athrow(ValueError("thrown"))
    except ValueError as e:
        print(e)
    g = (x async for x in AIter(2))
    print(type(g).__name__, [x async for x in g])
    for bad in (5, [1]):
        try:
            async for x in bad:
                pass
        except TypeError as e:
            print(e)


async def pairs():
    yield 1, 2
    yield 3, 4


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as stop:
        return stop.value


run(main())
