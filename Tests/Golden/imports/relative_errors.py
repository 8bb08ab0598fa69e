# golden: flags=-Wd
# What relative imports say in namespaces that are no packages.
def attempt(source, namespace):
    try:
        exec(source, namespace)
    except Exception as e:
        print(type(e).__name__, e)


attempt("from . import x", {"__name__": "m", "__package__": ""})
attempt("from . import x", {"__name__": "m", "__package__": None})
attempt("from . import x", {"__name__": "m"})
attempt("from . import x", {})
attempt("from ... import x", {"__name__": "a.b", "__package__": "a"})
attempt("from . import x", {"__name__": "a.b", "__package__": 5})
attempt("from . import x", {"__package__": "nosuchpackage"})
attempt("from .x import y", {"__package__": "nosuchpackage"})
for arguments in [("",), (5,), ("sys", None, None, (), -1), ("", {"__package__": "os"}, None, (), 1), ("x", None, None, (), 1), ("x", [], None, (), 1)]:
    try:
        print(__import__(*arguments))
    except Exception as e:
        print(type(e).__name__, e)
