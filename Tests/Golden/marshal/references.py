# What occurs twice is written once, from version 3 on.
import marshal

pair = (1.25, "text")
shared = [pair, pair]
data = marshal.dumps(shared)
back = marshal.loads(data)
print(back, back[0] is back[1], len(marshal.dumps(shared, 2)) > len(data))
again = marshal.loads(marshal.dumps(shared, 2))
print(again[0] is again[1])
print(marshal.dumps([1, 1, 1000, 1000, None, None]))
cycle = marshal.loads(b"\xdb\x01\x00\x00\x00r\x00\x00\x00\x00")
print(cycle, cycle[0] is cycle)
inner = marshal.loads(b"\xa8\x01\x00\x00\x00r\x00\x00\x00\x00")
print(inner[0] is inner)
interned = marshal.loads(marshal.dumps(["name", "name"]))
print(interned[0] is interned[1], interned[0] is "name")
