# Fields that C reads and writes itself, borrowed references, reference counts, buffers, capsules, threads of C.
import array, border_c, sys
from border_c import *

def show(function, *arguments):
    try: print("  ", ascii(function(*arguments)))
    except BaseException as error: print("  ", type(error).__name__, error)

print("lists and tuples")
items = [1, -5, 10**20, 2.5, None, True, False, ..., NotImplemented, "x", (1, (2, [3.5])), [4], {}, 10**6]
copy = read_list(items)
print(copy == items, [a is b for a, b in zip(items, copy)].count(True) >= 9, copy[4] is None, copy[5] is True, copy[-1] + 1, copy[3] * 2)
for i in range(20): append_raw(items, i); append_raw(items, i / 2); append_raw(items, None)
print(len(items), items[-3:], items[-1] is None, sum(x for x in items[-6:] if x is not None), None in items, 9.5 in items, items.index(19))
items.sort(key=str); items.reverse(); items.extend([1, 2]); del items[3:9]; items[0] = 5; print(len(items), items[0], items[-2:])
print(fill_tuple(lambda i: [i, i / 2, None, str(i)][i]), fill_tuple(float), fill_tuple(bool)); show(fill_tuple, lambda i: 1 / (2 - i))
print(first_items(enumerate("abc", 5)), first_items(zip([1, 2.5, None], "xyz")), first_items({1: 2, 3.5: 4}.items()), first_items(zip((1, 2), (3, 4), (5, 6))))
print(sorted_copy([3, 1, 2.5, -7]), sorted_copy("hello"), sorted_copy(())); show(sorted_copy, [1, "x"])
print("ints")
for number in (0, 1, -1, 2**30 - 1, 2**30, -2**30, 2**60, 2**64 + 5, -10**30, True): show(digits, number)
show(digits, 1.5)
print("text")
for string in ("", "a", "abc", "é", "€uro", "😀", "a\0b"): show(text, string)
for character in "zé€😀": print(ascii(write_text(character)), len(write_text(character)), write_text(character) == "ab" + character + "de")
print("numbers")
class C:
    def method(self): pass
c = C()
def closure():
    x = 5.5
    return (lambda: x).__closure__[0]
for value in (1.5, float("inf"), 2 - 3j, b"bytes", bytearray(b"array"), slice(1, None, 2.5), closure(), {1: 2}, {1, 2}, frozenset(), len, [].append, ValueError(1, None), (7, 8), (), sys, c, None, 5): print("  ", [x for x in numbers(value) if x is not c])
print("  ", numbers(c.method)[0], numbers(c.method)[1] is C.method, numbers(c.method)[2] is c)
s = slice(None, 3); numbers(s); print(s.step is not None, "step" if s.step is not None else "none", s.indices(10), list(range(9))[s], s == slice(None, 3, None), [1, 2, 3, 4, 5][s])
print("slots")
for value in (3, 2.5, "ab", b"ab", (1, 2), [1, None], True, range(3), bytearray(b"x")): show(slots, value)
print("borrowed")
d = {"a": 5, 3: None, "f": 1.5}; show(borrow, d); print(d, d["a"] + 1, d["new"], d[3] is None)
show(versions, {}); show(versions, globals()); l = [1, 2.5]; show(keep_list, l); print(l, l[2] + 1)
print("counts")
for value in (object(), 10**30, "some text " + str(len(items)), 2.75, (1, (2,)), len):
    show(balance, value)
x = object(); print(count(x) - sys.getrefcount(x), sys.getrefcount(x))
print("buffers")
for flags in (0, 1, 4, 8, 0x10 | 8, 0x18 | 0x20, 0x18 | 0x40, 0x11c, 0x19c):
    for value in (b"abc", bytearray(b"xyz"), array.array("i", [1, 2]), memoryview(b"abcdef")[::2], 3): show(buffer, value, flags)
v = from_memory(0); print(bytes(v), v.readonly, v.format); v = from_memory(1); v[0] = 83; print(v.tobytes(), v.readonly); v.release(); show(len, v)
print(bytes(contiguous(memoryview(b"abcdef")[::2], "C")), contiguous(b"xyz", "A").obj)
v = from_buffer(); print(v.shape, v.strides, v.tolist(), v.format, v[1, 2], v.obj, v.tobytes() == contiguous(v, "C").tobytes(), contiguous(v, "F").tolist(), contiguous(v, "F").strides)
print("capsules")
k = capsule(); print(open_capsule(k, "border_c.value"), type(k)); show(open_capsule, k, "other"); show(open_capsule, 3, "x"); del k; print(destroyed())
show(import_capsule, "border_c.value"); show(import_capsule, "border_c.nope"); show(import_capsule, "nomodule.x"); show(import_capsule, "sys.path")
print("numbers as text")
for number in (0.0, -0.0, 1.0, 1.5, 1e100, 1e16, 123456789.123, float("inf"), float("-inf"), float("nan")):
    for code, precision in (("r", 0), ("g", 6), ("e", 3), ("f", 2), ("G", 3), ("g", 17)):
        print("  ", [to_string(number, code, precision, flags) for flags in range(8)])
for string in ("1.5", "-2e3", "1.5x", "", "x", " 1", "1 ", "inf", "-nan", "1e999", "1_0", "infinityx", "+.5", "0x10", "\t1"):
    for partly in (0, 1):
        for strict in (0, 1): show(to_double, string, partly, strict)
print("running")
show(run, "1 + 2"); show(run, "[x*2 for x in range(3)]"); show(run, "1 +"); show(run, "nope"); show(compile, "a = 1\ndef f(): return 5\nb = f()\ndel f"); show(compile, "1/0"); show(compile, "a b")
print("struct sequences")
for kind in (False, True):
    p = pair(kind); print(p, p.left, p.right, p.hidden, len(p), p[0], p[1:], p == (1, 2.5), hash(p) == hash((1, 2.5)), type(p).n_fields, type(p).n_sequence_fields, type(p).__doc__, type(p).left.__doc__)
    show(lambda: p[2]); show(lambda: type(p)((1, 2))); show(lambda: type(p)((1, 2, 3)).hidden); show(lambda: type(p)([1])); print(p.__reduce__()[1], isinstance(p, tuple), type(p).__match_args__)
    left, right = p; print(left, right)
print("threads")
got = []; print(thread(got.append), got[:3], len(got), sum(got))
def fails(i):
    if i == 50: raise ValueError("in a thread")
sys.unraisablehook = lambda u: print("  ", repr(u.exc_value)); print(thread(fails))
def outer(): return frame()
print(outer())
