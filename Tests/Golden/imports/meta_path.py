# Finders, loaders and hooks of the program's own.
import importlib.util
import sys


class Loader:
    def create_module(self, spec):
        print("create", spec.name)
        return None

    def exec_module(self, module):
        print("exec", module.__name__)
        if module.__name__ == "made.bad":
            raise ValueError("bad module")
        module.value = len(module.__name__)


class Finder:
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] != "made":
            return None
        print("find", name, path)
        return importlib.util.spec_from_loader(name, Loader(), is_package=name == "made")


sys.meta_path.insert(0, Finder())
import made
import made.inner
from made import other
print(made.value, made.inner.value, other.value, made.__path__, made.inner.__package__)
try:
    import made.bad
except ValueError as e:
    print(e, "made.bad" in sys.modules, e.__traceback__.tb_next.tb_frame.f_code.co_name)
sys.modules["gone"] = None
try:
    import gone
except ImportError as e:
    print(type(e).__name__, e)
spec = importlib.util.find_spec("made.other")
print(spec is made.other.__spec__)
made.other.__spec__ = None
try:
    importlib.util.find_spec("made.other")
except ValueError as e:
    print(e)
module = importlib.util.module_from_spec(importlib.util.spec_from_loader("made.loose", Loader()))
print(module.__name__, "made.loose" in sys.modules, hasattr(module, "value"))
made.value = 0
importlib.reload(made)
print(made.value)
sys.meta_path.clear()
try:
    import nowhere
except ImportError as e:
    print(e)
