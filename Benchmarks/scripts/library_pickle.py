"""Objects pickled and restored: containers, shared references, instances of classes."""

import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Shape:
    def __init__(self, name, points):
        self.name = name
        self.points = points
        self.bounds = {"low": min(p.x for p in points), "high": max(p.y for p in points)}


def make(seed):
    shapes = []
    shared = ("shared", 1, 2.5)
    for number in range(300):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        points = [Point((seed >> k) & 1023, k * 1.5) for k in range(6)]
        shapes.append(Shape("shape %d" % number, points))
        shapes.append({"key": number, "data": b"bytes" * (seed % 5 + 1), "shared": shared, "set": {seed % 7, seed % 11}})
    return shapes


def main():
    checksum = 0
    for turn in range(25):
        shapes = make(turn)
        for protocol in (2, 4, 5):
            data = pickle.dumps(shapes, protocol)
            again = pickle.loads(data)
            checksum = (checksum * 31 + len(data) + again[0].points[3].x + len(again[1]["set"])) % 1000003
    print(checksum)


main()
