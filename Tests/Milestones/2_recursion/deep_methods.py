# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class A:
    def method(self, n):
        return n if n == 0 else self.method(n - 1)

    @classmethod
    def for_class(cls, n):
        return n if n == 0 else cls.for_class(n - 1)

    @staticmethod
    def static(n):
        return n if n == 0 else A.static(n - 1)


class B(A):
    def method(self, n):
        return super().method(n)


a = A()
print(a.method(depth), A.for_class(depth), A.static(depth), B().method(depth // 2))
