def attempt(source):
    try:
        exec(source, globals())
    except Exception as error:
        print(source.replace("\n", ";"), "->", type(error).__name__, error)


attempt("class A:\n __slots__ = ('a', 5)")
attempt("class A:\n __slots__ = ('a b',)")
attempt("class A:\n __slots__ = ('x',)\n x = 1")
attempt("class A:\n __slots__ = ('__dict__', '__dict__')")
attempt("class A(int):\n __slots__ = ('x',)")
attempt("class A(tuple):\n __slots__ = ('x',)")
attempt("class A(bytes):\n __slots__ = ('x',)")
attempt("class A(str):\n __slots__ = ('x',)\nprint(A('a'))")
attempt("class A(int):\n __slots__ = ()\nA().x = 1")
attempt("class A:\n __slots__ = 5")
attempt("class P:\n __slots__ = ('a',)\nclass Q:\n __slots__ = ('b',)\nclass R(P, Q): pass")
attempt("class P:\n __slots__ = ('a',)\nclass Q:\n __slots__ = ()\nclass R(P, Q): pass\nr = R(); r.a = 1; r.z = 2; print(r.a, r.__dict__)")
attempt("class A:\n __slots__ = ('a',)\nclass B:\n __slots__ = ('b',)\nA().__class__ = B")
attempt("class A:\n __slots__ = ('a',)\nclass B:\n __slots__ = ('a',)\nx = A(); x.a = 3; x.__class__ = B; print(x.a, type(x).__name__)")
attempt("class A:\n __slots__ = ('__weakref__',)\nclass B(A):\n __slots__ = ('__weakref__',)")
