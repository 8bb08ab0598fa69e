import _imp
import importlib.machinery
import sys


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(_imp.is_builtin("sys"), _imp.is_builtin("nope"), _imp.is_frozen("nope"), _imp.lock_held(), _imp.acquire_lock(), _imp.lock_held(),
    _imp.release_lock(), _imp.extension_suffixes(), _imp.check_hash_based_pycs)
show("release", lambda: _imp.release_lock())
show("type", lambda: _imp.is_builtin(5))
show("create", lambda: _imp.create_builtin(5))
show("missing", lambda: _imp.create_builtin(importlib.machinery.ModuleSpec("nope_x", None)))
show("dynamic", lambda: _imp.create_dynamic(importlib.machinery.ModuleSpec("nope_x", None, origin="/no/such.so")))
show("fix", lambda: _imp._fix_co_filename(5, "x"))
code = compile("def f(): pass", "old", "exec"); _imp._fix_co_filename(code, "new"); print(code.co_filename, code.co_consts[0].co_filename)
print(sys.__spec__.origin, sys.__spec__.loader, repr(sys), sys.modules["sys"] is sys, importlib.machinery.BuiltinImporter.find_spec("sys").name,
    importlib.machinery.BuiltinImporter.find_spec("json"), importlib.machinery.BuiltinImporter.is_package("sys"),
    importlib.machinery.BuiltinImporter.get_source("sys"))
show("not builtin", lambda: importlib.machinery.BuiltinImporter.is_package("json"))
print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__, __import__("collections", {}, {}, ("abc",)).__name__)
show("level", lambda: __import__("x", level=-1))
show("relative", lambda: __import__("x", {}, {}, [], 1))
show("globals", lambda: __import__("x", {"__package__": 5}, {}, [], 1))
show("name", lambda: __import__(5))
show("null", lambda: __import__("a\0b"))
show("fromlist", lambda: __import__("os", fromlist=[5]))
show("package mismatch", lambda: __import__("y", {"__package__": "nope_pkg"}, {}, [], 1))
