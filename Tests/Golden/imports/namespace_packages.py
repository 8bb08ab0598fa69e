# A package without __init__.py is all folders of that name on the path.
import sys

base = __file__.rpartition("/")[0] + "/_namespace/"
sys.path[:0] = [base + "one", base + "two"]
import _shared.a
import _shared.b
print(_shared.a.name, _shared.b.name)
print(type(_shared.__path__).__name__, [part.split("/")[-2] for part in _shared.__path__])
print(_shared.__spec__.origin, _shared.__spec__.loader is not None, type(_shared.__loader__).__name__, hasattr(_shared, "__file__"))
print(repr(_shared).replace(base, ""))
try:
    from _shared import c
except ImportError as e:
    print(type(e).__name__, e, e.name, e.path)
try:
    import _shared.nothing
except ImportError as e:
    print(type(e).__name__, e, e.name)
sys.path.remove(base + "two")
sys.path_importer_cache.clear()
print(len(list(_shared.__path__)))
