# golden: args=100000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class Pause:
    def __await__(self):
        return (yield "paused")


async def down(n):
    if n:
        return await down(n - 1)
    return await Pause()


c = down(depth)
print(c.send(None))
try:
    c.send("value")
except StopIteration as stop:
    print(stop.value)
