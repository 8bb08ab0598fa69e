import sys


def attempt(source):
    try:
        exec(source, {"__name__": "__main__", "__package__": None})
    except BaseException as e:
        print(source, "->", type(e).__name__, str(e).split(" (/")[0], getattr(e, "name", None))


attempt("import nosuch")
attempt("import nosuch.sub")
attempt("import math.sub")
attempt("import _fails")
print("_fails" in sys.modules)
attempt("import _fails")
attempt("import _bad_syntax")
attempt("from math import nosuch")
attempt("from math import sin, nosuch")
attempt("from . import x")
attempt("from .x import y")
attempt("from .. import x")
attempt("import _package.nosuch")
attempt("from _package import nosuch")
attempt("from nosuch import *")
attempt("__import__('')")
attempt("__import__(5)")
attempt("__import__('math', level=-1)")
attempt("__import__('x', {'__package__': 'nosuchpkg'}, level=1)")
attempt("import _helper.sub")
sys.modules["blocked"] = None
attempt("import blocked")
sys.modules["fake"] = "any object"
import fake
print(fake.upper())
sys.modules["fake"] = type("M", (), {"attr": 1, "__all__": ["attr"]})()
from fake import *
print(attr)
