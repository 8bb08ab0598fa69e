"""Instances made and dropped in numbers: __init__, attributes, __slots__, inheritance, and classes made at run time."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("left", "right", "weight")

    def __init__(self, left, right, weight):
        self.left = left
        self.right = right
        self.weight = weight


class Particle(Point):
    kind = "particle"

    def __init__(self, x, y, mass):
        super().__init__(x, y)
        self.mass = mass
        self.history = [x]


def main(n):
    total = 0
    kept = []
    for i in range(n):
        point = Point(i, i + 1)
        total += point.x + point.y
        node = Slotted(point, None, i)
        total += node.weight
        if i % 3 == 0:
            particle = Particle(i, 2, 3)
            total += particle.mass + particle.history[0]
            kept.append(particle)
            if len(kept) > 1000:
                kept.clear()
    for i in range(2500):
        made = type("Made", (Point,), {"size": i, "grow": lambda self: self.size + self.x})
        total += made(1, 2).grow()
    return total


print(main(1500000))
