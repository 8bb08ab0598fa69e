# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class Get:
    left = depth

    def __getattr__(self, name):
        if Get.left == 0:
            return name
        Get.left -= 1
        return self.missing


class Property:
    left = depth

    @property
    def value(self):
        if Property.left == 0:
            return "bottom"
        Property.left -= 1
        return self.value


class Descriptor:
    left = depth

    def __get__(self, instance, owner):
        if Descriptor.left == 0:
            return "described"
        Descriptor.left -= 1
        return instance.d


class Holder:
    d = Descriptor()


class Set:
    left = depth

    def __setattr__(self, name, value):
        if Set.left == 0:
            object.__setattr__(self, name, value)
            return
        Set.left -= 1
        self.again(name, value)

    def again(self, name, value):
        self.x = value


s = Set()
s.x = "set"
print(Get().start, Property().value, Holder().d, s.x)
