# symtable: every question of every kind of scope and symbol, mangling, comprehension scopes, errors.
import symtable

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



SOURCE = '''
import os, a.b as ab
from m import x as y
g: int = 1
def f(p, *args, q=g, **kw):
    global gl, g2
    gl = 1; loc = p; del loc
    def inner():
        nonlocal p
        p = free = q
        return lambda z: z + free
    class K(Base):
        attr = p; __priv = 1
        def m(self): return __class__, self.__priv
    return [i for i in args if (w := i)], {k: v for k, v in kw.items()}, (e for e in unknown)
async def co(): await f(); yield
class C:
    def g(self): return g
'''
def show_table(t, depth=0):
    pad = "  " * depth
    print(pad + f"{t.get_type()} {t.get_name()} line={t.get_lineno()} opt={t.is_optimized()} nested={t.is_nested()} children={t.has_children()} ids={sorted(t.get_identifiers())}")
    if t.get_type() == "function": print(pad + " ", sorted(t.get_parameters()), sorted(t.get_locals()), sorted(t.get_globals()), sorted(t.get_nonlocals()), sorted(t.get_frees()))
    if t.get_type() == "class": print(pad + " ", sorted(t.get_methods()))
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(pad + "  ", s.get_name(), "".join(c if getattr(s, "is_" + n)() else "-" for c, n in zip("rpilgdaGLFNn", ("referenced", "parameter", "imported", "local", "global", "declared_global", "annotated", "global", "local", "free", "nonlocal", "namespace"))), s.is_assigned(), [n.get_name() for n in s.get_namespaces()])
    for c in t.get_children(): show_table(c, depth + 1)


top = symtable.symtable(SOURCE, "<s>", "exec"); show_table(top)
show("lookup", lambda: top.lookup("f").get_namespace().get_name()); show("missing", lambda: top.lookup("nope")); show("no namespace", lambda: top.lookup("g").get_namespace()); show("repr", lambda: (repr(top), repr(top.lookup("g")), repr(top.get_children()[0]).split(" in")[0])); show("eval", lambda: symtable.symtable("[a for a in b]", "<e>", "eval").get_children()[0].get_name()); show("single", lambda: symtable.symtable("x = 1", "<e>", "single").get_identifiers())
for source, mode in (("x =", "exec"), ("def f(a, a): pass", "exec"), ("def f():\n nonlocal q", "exec"), ("def f(x):\n global x", "exec"), ("x; nonlocal y", "exec"), ("1", "nope"), (5, "exec"), ("def f():\n x = 1\n global x", "exec"), ("[(y := 1) for y in z]", "exec"), ("class C:\n [(q := 1) for _ in z]", "exec"), ("\0", "exec"), ("lambda: (yield)", "eval"), ("class C: yield", "exec")): show((source, mode), lambda: symtable.symtable(source, "<bad>", mode).get_type())
same = top.lookup("f").get_namespace(); print(same is top.get_children()[0], len(top.lookup("f").get_namespaces()), top.get_id() == symtable.symtable(SOURCE, "<s>", "exec").get_id())
