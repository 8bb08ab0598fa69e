def g():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("caught", e)
            x = yield "recovered"


it = g()
next(it)
print(it.throw(ValueError("one")), it.send(1), it.throw(ValueError, "two"))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print(e)
print(next(it, "dead"))
try:
    it.throw(ValueError("after end"))
except ValueError as e:
    print(e)
fresh = g()
try:
    fresh.throw(IndexError("not started"))
except IndexError as e:
    print(e, next(fresh, "dead too"))
for bad in ((5,), ("x",), (int,), (ValueError("a"), "b"), (ValueError, None, 5), ()):
    try:
        g().throw(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
