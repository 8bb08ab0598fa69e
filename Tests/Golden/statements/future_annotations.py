from __future__ import annotations

x: int | str = 5
y: undefined[1, "a"]


def f(a: Undefined, b: (1 + 2) * 3 = 1, *args: *tuple[int], c: lambda x: x + 1) -> {"k": [1, 2]}: pass


class A:
    p: A
    q: "already string"
    r: not x if y else z[1:2, ...]
    s: f"f{x!r:>5}"
    t: u if v else -1 ** 2


print(__annotations__)
print(f.__annotations__)
print(A.__annotations__)
