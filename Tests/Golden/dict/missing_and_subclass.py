class D(dict):
    def __missing__(self, key):
        self[key] = value = f"made {key}"
        return value


d = D(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, d.pop("zz", None), d.setdefault("q", 2))


class E(dict):
    def __getitem__(self, key):
        return "item " + str(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, ("set", value))

    def keys(self):
        return ["fake"]

    def __iter__(self):
        return iter(["it"])

    def __contains__(self, key):
        return True

    def __len__(self):
        return 0


e = E(a=1)
e["b"] = 2
print(e, e["zz"], e.get("a"), list(e), dict(e), {**e}, bool(e), "no" in e, e.update(c=3), dict.__repr__(e), e == {"a": 1}, [*e], e.items(), (lambda **k: k)(**e))


class N(dict):
    def __missing__(self, key):
        raise AttributeError(key)


try:
    N()["x"]
except AttributeError as error:
    print(repr(error))
print(D.fromkeys("ab", 1), type(D.fromkeys("a")), type(d.copy()), type(d | {}), isinstance(d, dict), D() == {}, repr(D()))
