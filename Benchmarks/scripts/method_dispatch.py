"""Method calls over a class hierarchy: monomorphic, polymorphic, properties, super, operators."""


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def describe(self):
        return self.area() + self.corners

    @property
    def double(self):
        return self.size * 2

    def __add__(self, other):
        return self.size + other.size

    def __eq__(self, other):
        return self.size == other.size


class Square(Shape):
    corners = 4

    def area(self):
        return self.size * self.size


class Circle(Shape):
    corners = 0

    def area(self):
        return 3 * self.size * self.size


class Cube(Square):
    corners = 8

    def area(self):
        return super().area() * 6

    @staticmethod
    def unit():
        return 1

    @classmethod
    def faces(cls):
        return cls.corners - 2


def main(n):
    shapes = [Square(2), Circle(3), Cube(4), Square(5)]
    single = Square(7)
    total = 0
    for i in range(n):
        shape = shapes[i & 3]
        total += shape.describe()
        total += single.area()
        total += shape.double
        if i % 3 == 0:
            total += shape + single
            total += Cube.unit() + Cube.faces()
            if shape == single:
                total += 1
    return total


print(main(2000000))
