class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @staticmethod
    def s(a):
        return a + 1

    @classmethod
    def c(cls):
        return cls.__name__


o = C()
o.x = 5
print(o.x, C.s(1), o.s(2), C.c(), o.c())
try:
    del o.x
except AttributeError as e:
    print(e)
