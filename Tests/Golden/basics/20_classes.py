class Point:
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.count += 1

    def move(self, dx=1):
        self.x += dx
        return self

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
print(p, p.x, p.move().move(5), Point.count)
p.z = 9
print(p.z, hasattr(p, "z"), getattr(p, "w", None))
del p.z
print(hasattr(p, "z"))
print(isinstance(p, Point), type(p).__name__, Point.__name__)
