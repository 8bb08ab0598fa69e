def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(type(compile("1", "f", "eval")).__name__, eval(compile("1 + 2", "f", "eval")))
exec(compile("print('exec mode')", "f", "exec"))
exec(compile("'echoed'", "f", "single"))
exec(compile("None", "f", "single"))
exec(compile("x = 1; x; x + 1", "f", "single"))
show(compile, "1", "f", "bad")
show(compile, "1", "f")
show(compile, 5, "f", "eval")
show(compile, "1\n2", "f", "single")
show(compile, "x = 1", "f", "eval")
show(compile, "1", "f", "exec", 99999999)
show(compile, "1", 5, "exec")
show(compile, "a\0", "f", "exec")
show(compile, "print 1", "f", "exec")
show(compile, "if 1:\n  x\n y", "f", "exec")
c = compile("def f(a, b=1, *c, d, **e):\n    x = a\n    return lambda: x\n", "f", "exec")
k = [const for const in c.co_consts if hasattr(const, "co_name")][0]
print(k.co_name, k.co_argcount, k.co_kwonlyargcount, k.co_varnames, k.co_cellvars, k.co_freevars, k.co_firstlineno, k.co_qualname, k.co_flags & 0x0C, k == k.replace(), k.replace(co_name="g").co_name, hash(k) == hash(k), k.co_stacksize >= 0)
print({line for *_, line in c.co_lines() if line}, compile("1", "f", "eval") == compile("1", "f", "eval"), c.co_code.__class__.__name__)
