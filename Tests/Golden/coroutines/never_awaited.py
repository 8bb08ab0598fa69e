async def f():
    pass


f()
print("after")


async def g():
    c = f()
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)


try:
    g().send(None)
except StopIteration:
    print("done")
