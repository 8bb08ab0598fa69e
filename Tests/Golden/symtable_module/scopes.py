import symtable


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


SOURCE = '''
import os as o
g = 1
def f(a, /, b=2, *c, d, **e):
    "doc"
    global g
    nonlocal_free = lambda: (a, nonlocal_free)
    def inner(x):
        nonlocal b
        b = x
        return [y for y in e if y in d]
    class C(object):
        z: int = 1
        def m(self): return __class__, self.__p
    del c
    return inner
class K:
    attr = g
async def co():
    return (await t async for t in g)
'''


def walk(table, depth=0):
    print("  " * depth, table.get_type(), table.get_name(), table.get_lineno(), table.is_optimized(), table.is_nested(), table.has_children(),
        list(table.get_identifiers()) if False else "")
    for s in sorted(table.get_symbols(), key=lambda s: s.get_name()):
        flags = [n for n in ("is_global", "is_declared_global", "is_local", "is_free", "is_nonlocal", "is_parameter", "is_imported", "is_assigned", "is_referenced", "is_annotated", "is_namespace") if getattr(s, n)()]
        print("  " * depth, "-", s.get_name(), flags)
    if table.get_type() == "function":
        print("  " * depth, table.get_parameters(), sorted(table.get_locals()), sorted(table.get_globals()), sorted(table.get_frees()),
            sorted(table.get_nonlocals()))
    if table.get_type() == "class":
        print("  " * depth, table.get_methods())
    for child in table.get_children():
        walk(child, depth + 1)


top = symtable.symtable(SOURCE, "name.py", "exec")
walk(top)
print(repr(top), top.lookup("f").get_namespace().get_name(), symtable.symtable("a + b", "e", "eval").get_symbols())
show("missing", lambda: top.lookup("nope"))
show("two", lambda: symtable.symtable("def f(): pass\ndef f(x): pass", "s", "exec").lookup("f").get_namespace())
show("mode", lambda: symtable.symtable("1", "s", "nope"))
show("syntax", lambda: symtable.symtable("def", "s", "exec"))
show("semantics", lambda: symtable.symtable("def f(a, a): pass", "s", "exec"))
show("nonlocal", lambda: symtable.symtable("nonlocal x", "s", "exec"))
