class EnumMeta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, {k: v for k, v in ns.items() if k.startswith("_")})
        cls._members = {}
        for k, v in ns.items():
            if not k.startswith("_"):
                m = object.__new__(cls)
                m.name, m.value = k, v
                cls._members[k] = m
                setattr(cls, k, m)
        return cls

    def __iter__(cls):
        return iter(cls._members.values())

    def __call__(cls, value):
        for m in cls:
            if m.value == value:
                return m
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __getitem__(cls, name):
        return cls._members[name]

    def __len__(cls):
        return len(cls._members)

    def __setattr__(cls, k, v):
        if k in cls.__dict__.get("_members", ()) and k in cls.__dict__:
            raise AttributeError("cannot reassign " + k)
        super().__setattr__(k, v)


class Color(metaclass=EnumMeta):
    RED = 1
    GREEN = 2

    def __repr__(self):
        return f"<Color.{self.name}: {self.value}>"


print(list(Color), Color(2), Color["RED"], len(Color), Color.RED is Color(1), isinstance(Color.RED, Color))
for f in (lambda: Color(9), lambda: setattr(Color, "RED", 5), lambda: Color["BLUE"]):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
