class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def describe(self):
        return f"{self.name}: {self.area():.2f}"

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius ** 2


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height

    @classmethod
    def square(cls, side):
        return cls(side, side, "square")

    @property
    def diagonal(self):
        return (self.width ** 2 + self.height ** 2) ** 0.5


shapes = [Circle(2), Rectangle(3, 4), Rectangle.square(3)]
for shape in sorted(shapes):
    print(shape.describe(), shape)
print(Shape.count, shapes[1].diagonal, max(shapes), isinstance(shapes[2], Shape))
try:
    Shape("none").describe()
except NotImplementedError as error:
    print(error)
