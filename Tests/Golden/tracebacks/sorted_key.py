def key(x):
    return x["k"]


print(sorted([{"k": 1}, {}], key=key))
