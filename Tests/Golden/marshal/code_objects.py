# Code objects come back as they were: equal, with everything inside them, and runnable.
import marshal

source = '''
def f(a, b=1, *c, d=2.5, **e):
    "doc é"
    x = [i * a for i in range(10) if i in {1, 2, 3}]
    def g():
        nonlocal x
        x.append(-10**30)
        return 1, (2, None, ..., 1j, b"abc"), "not an identifier"
    try:
        g()
        1 / 0
    except ZeroDivisionError as error:
        return x, g(), error.__traceback__.tb_lineno
class A:
    y = 1
    def m(self):
        return super().__repr__()[:5], __class__.__name__
print(f(3), A().m(), f.__doc__, f.__code__.co_varnames)
def gen():
    try:
        got = yield 1
        yield got
    finally:
        print("finally")
x = gen()
next(x)
print(x.send(5))
x.close()
'''
code = compile(source, "file.py", "exec")
data = marshal.dumps(code)
back = marshal.loads(data)
print(back == code, hash(back) == hash(code), back.co_filename, back.co_name)
exec(back, {"__name__": "test"})
twice = marshal.loads(marshal.dumps(back))
print(twice == code, list(twice.co_positions()) == list(code.co_positions()), list(twice.co_lines()) == list(code.co_lines()))
function = [c for c in twice.co_consts if hasattr(c, "co_code")][0]
print(function.co_name, function.co_argcount, function.co_kwonlyargcount, function.co_flags & 12, function.co_cellvars, function.co_firstlineno)
renamed = marshal.loads(marshal.dumps(code.replace(co_name="other", co_filename="elsewhere.py")))
print(renamed.co_name, renamed.co_filename)
print(marshal.loads(marshal.dumps([code, code]))[0] == code)
