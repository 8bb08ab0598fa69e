d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"])
print(d.get("z"), d.get("z", 0), "a" in d)
for key in d:
    print(key)
for key, value in d.items():
    print(key, value)
print(list(d.keys()), list(d.values()))
del d["a"]
d.update({"b": 5, "e": 6})
print(d, d.pop("e"), d)
d.setdefault("q", []).append(1)
print(d)
print({1: "x", (1, 2): "y", None: "z"})
