# What programs that embed an interpreter use, and functions that few extensions call.
import sys
import program_c as c

def show(function, *arguments, **keywords):
    try: print("  ", function(*arguments, **keywords))
    except BaseException as error: print("  ", type(error).__name__, error)

print("modules built in to the program")
print(c.append())
show(__import__, "in_table")
sys.builtin_module_names += "in_table", "in_table_multi", "in_table_failing"
import in_table
print(in_table.text(), in_table.__doc__, in_table.__spec__.origin, in_table.__loader__.__name__, "in_table" in sys.builtin_module_names, in_table)
import in_table_multi
print(in_table_multi.number, in_table_multi.text(), in_table_multi.__spec__.origin)
show(__import__, "in_table_failing"); show(__import__, "in_table_missing")
import _imp
print(_imp.is_builtin("in_table"), _imp.is_builtin("in_table_failing"), _imp.is_builtin("in_table_missing"), _imp.is_builtin("sys"), _imp.is_builtin("math"))
first = in_table
del sys.modules["in_table"]
import in_table
print(first is in_table, in_table.text())

print("wrappers")
w = c.wrapper(str, 0)
print(w, w.__name__, w.__doc__, w.__objclass__, w.__qualname__, w.__text_signature__)
show(w, "a"); show(w, "a", 1, "b"); show(w, 5); show(w); show(w, "a", k=1)
bound = w.__get__("text")
print(type(bound), str(bound).split(" at ")[0], bound.__self__, bound.__name__, bound.__doc__)
show(bound, 1); show(bound, k=2); show(w.__get__, 5)
k = c.wrapper(list, 1)
print(k.__doc__, k.__text_signature__)
show(k, [1], 2, 3); show(k, [1], 2, x=3); show(k.__get__([4]), y=5)
f = c.wrapper(int, 2)
print(f.__doc__, f.__text_signature__)
show(f, 1); show(f, True)
show(c.method_wrapper(w, "by hand"), 1); show(c.method_wrapper(str.__len__, "four"))

print("printer")
p = c.printer(1)
sys.stdout.flush()
print(type(p), p.fileno(), p.isatty(), p.closed, p.encoding, p.mode, p.flush(), p.close(), repr(p).split(" at ")[0], flush=True)
print(p.write("written\n"), p.write("\xe9\u20ac\n")); show(p.write, 5); show(p.write, b"x"); show(p.write)
show(lambda: c.printer(-1)); show(type(p))

print(c.hash_function()[2:])
print("interactive", flush=True)
sys.stderr = sys.stdout
sys.ps1, sys.ps2 = "(1)", "(2)"
def interactive(*arguments):
    result = c.interactive(*arguments)
    print(result, flush=True)
interactive("one", "x = 1\ny = 2\n"); interactive("one", "x + 41\n"); interactive("one", "def f():\n  return 5\n\nf()\n"); interactive("one", "")
interactive("one", "1 +\n2\n"); interactive("one", "1/0\n"); interactive("object", "z = 3\n"); interactive("object", "1/0\n"); interactive("object", "(\n")
interactive("loop", "1\n2\nfor i in range(2):\n  i\n\n'end'\n"); interactive("loop", "1/0\nnope\n7\n"); interactive("loop", "")
interactive("loop", "# comment\n\n\nx\n")
import __main__
print(__main__.x, __main__.z)
