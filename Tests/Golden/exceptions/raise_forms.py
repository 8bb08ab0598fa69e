def attempt(f):
    try:
        f()
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


def a(): raise ValueError
def b(): raise ValueError("x")
def c(): raise ValueError("x") from KeyError("y")
def d(): raise ValueError("x") from None
def e(): raise ValueError from KeyError
def f(): raise
def g(): raise 5
def h(): raise "text"
def i(): raise ValueError from 5
def j(): raise None
def k(): raise int
def l():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
def m():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("in handler")
def n():
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise z
def o():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError from None
def p():
    class E(Exception):
        def __new__(cls): return 5
    raise E
def q():
    class E(Exception):
        def __init__(self): raise KeyError("init")
    raise E
def r(): raise type("T", (), {})
def s(): raise (ValueError, KeyError)
def t(): raise ValueError("v") from ValueError


for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    print(fn.__name__, end=" ")
    attempt(fn)
