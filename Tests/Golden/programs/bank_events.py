class Event:
    handlers = {}

    @classmethod
    def on(cls, name):
        def register(f):
            cls.handlers.setdefault(name, []).append(f)
            return f
        return register

    @classmethod
    def fire(cls, name, **data):
        return [h(**data) for h in cls.handlers.get(name, ())]


@Event.on("deposit")
@Event.on("any")
def log(**data): return f"log {sorted(data.items())}"


@Event.on("deposit")
def check(amount, **_):
    if amount < 0: raise ValueError(f"negative: {amount!r}")
    return "ok"


print(Event.fire("deposit", amount=5, who="x"), Event.fire("any", k=1), Event.fire("none"))
try:
    Event.fire("deposit", amount=-1)
except ValueError as e:
    print(e)
print({k: [h.__name__ for h in v] for k, v in Event.handlers.items()})
