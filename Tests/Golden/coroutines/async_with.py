class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name

    async def __aexit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__)
        return self.swallow


async def main():
    async with CM("a") as a, CM("b", True) as b:
        print(a, b)
        raise ValueError
    async with CM("c"):
        pass
    try:
        async with CM("d"):
            raise KeyError("k")
    except KeyError as e:
        print("left", e)
    for bad in (5, type("Sync", (), {"__enter__": 1, "__exit__": 1})()):
        try:
            async with bad:
                pass
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    async with CM("ret"):
        return "value"


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
