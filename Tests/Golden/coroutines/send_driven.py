class Future:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        result = yield self.name
        return result


async def add(a, b):
    return await Future(a) + await Future(b)


async def main():
    x = await add("a", "b")
    print("x", x)
    try:
        await Future("c")
    except ValueError as e:
        print("caught", e)
    return x * 2


c = main()
print(c.send(None), c.send(1), c.send(2))
try:
    c.throw(ValueError("into"))
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = main()
c.send(None)
c.close()
print(c.cr_frame, c.cr_running, c.cr_await, type(c).__name__, c.__name__)
for bad in (5, "x", None, [1], (i for i in ())):
    async def f():
        await bad
    try:
        f().send(None)
    except TypeError as e:
        print(e)


class BadAwait:
    def __await__(self):
        return 5


async def g():
    await BadAwait()


try:
    g().send(None)
except TypeError as e:
    print(e)
c = add(1, 2)
for f in (iter, next, list, len):
    try:
        f(c)
    except TypeError as e:
        print(e)
try:
    c.send(5)
except TypeError as e:
    print(e)
c.close()
