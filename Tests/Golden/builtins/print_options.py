def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


import sys
print(1, 2, sep="-", end="!\n")
print("a", "b", sep="", end="")
print()
print("x", sep=None, end=None)
print(*"abc", sep="\n")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)


class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)


w = W()
print(1, "two", [3], sep=", ", end=".", file=w)
print(w.parts)
print(file=w)
print(w.parts)
show(print, 1, sep=5)
show(print, 1, end=5)
show(print, 1, file=5)
show(print, 1, bad=2)
show(print, 1, file=w, flush=True)


class S:
    def __str__(self): return "S!"
    def __repr__(self): return "R!"


class E:
    def __str__(self): raise ValueError("str fails")


print(S(), [S()], {1: S()})
show(print, "before", E())
print()
sys.stdout.write("written\n")
print(sys.stdout.write("abc\n"))
old, sys.stdout = sys.stdout, w
print("captured")
sys.stdout = old
print(w.parts[-2:], print("None result"))
sys.stdout = None
print("nowhere")
sys.stdout = old
print("end\ttab\0nul é 😀")
