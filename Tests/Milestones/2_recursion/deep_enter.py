# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class Enter:
    left = depth // 2

    def __enter__(self):
        if Enter.left:
            Enter.left -= 1
            with self:
                pass
        return "entered"

    def __exit__(self, *exc):
        return None


class Iter:
    left = depth // 2

    def __iter__(self):
        return self

    def __next__(self):
        if Iter.left == 0:
            raise StopIteration
        Iter.left -= 1
        for _ in self:
            pass
        raise StopIteration


with Enter() as e:
    print(e)
for _ in Iter():
    pass
print(Iter.left)
