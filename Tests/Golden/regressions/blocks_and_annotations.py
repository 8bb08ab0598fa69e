# Handlers count as two blocks; postponed annotations make no cells; a second __future__ import on the line of the first.
def nested(kind, depth):
    lines = []
    for i in range(depth):
        pad = "    " * i
        if kind == "with":
            lines.append(f"{pad}with a:")
        elif kind == "handler":
            lines += [f"{pad}try:", f"{pad}    pass", f"{pad}except E as e:"]
        elif kind == "plain":
            lines += [f"{pad}try:", f"{pad}    pass", f"{pad}except:"]
        elif kind == "star":
            lines += [f"{pad}try:", f"{pad}    pass", f"{pad}except* E:"]
        else:
            lines += [f"{pad}try:", f"{pad}    pass", f"{pad}finally:"]
    return "\n".join(lines) + "\n" + "    " * depth + "pass\n"


for kind in ("with", "handler", "plain", "star", "finally"):
    for depth in (9, 10, 11) if kind == "finally" else (9, 10, 11, 20, 21):
        try:
            compile(nested(kind, depth), "f", "exec")
            print(kind, depth, "compiles")
        except SyntaxError as error:
            print(kind, depth, error.msg)
try:
    compile("with " + "a as b, " * 3000 + "a: pass", "f", "exec")
except SyntaxError as error:
    print(error.msg)

names = {}
exec("""from __future__ import annotations
def foo():
    outer = 1
    def bar(x: outer) -> outer:
        inner: outer = 1
    return bar
""", names)
print(names["foo"]().__closure__, names["foo"].__code__.co_cellvars)
for source in ("from __future__ import division; import a; from __future__ import division", "import a\nfrom __future__ import division"):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
