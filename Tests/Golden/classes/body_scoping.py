x = "module"


def f():
    x = "f"
    y = "f.y"
    yy = None

    class A:
        print(x, y)
        x = "A"
        print(x)
        yy = y + "!"
        print(yy)

        class B:
            print(x)

        def m(self):
            return x, y
        z = [x for _ in (1,)]
        w = (lambda: x)()
    return A


A = f()
print(A().m(), A.z, A.w, A.yy)


class G:
    global gx
    gx = "set in class"
    print(locals().get("gx"), sorted(k for k in locals() if not k.startswith("__")))
    locals()["dyn"] = 5
    print(dyn)
    del dyn
    a: int = 1
    b: str
    exec("ex = 9")
    print(ex, __name__, __qualname__, __module__)


print(gx, G.__annotations__, G.ex, hasattr(G, "dyn"))


class H:
    try:
        undefined
    except NameError as error:
        text = str(error)
    len = len
    n = len("abc")
    import sys as s
    with type("C", (), {"__enter__": lambda s: 1, "__exit__": lambda *a: None})() as w:
        pass


print(H.text, H.n, H.s.__name__, H.w)
try:
    class E:
        a = 1
        raise ValueError("in body")
except ValueError as error:
    print(error, "E" in globals())
