# Compiled files: where they are, when they are used, what happens to stale and damaged ones.
import importlib
import importlib.util
import os
import py_compile
import shutil
import sys

sys.dont_write_bytecode = False
folder = f"/tmp/compiled_files_{os.getpid()}"
os.mkdir(folder)
sys.path.insert(0, folder)
source = os.path.join(folder, "sample.py")


def write(text, time):
    with open(source, "w") as file:
        file.write(text)
    os.utime(source, (time, time))


def load():
    sys.modules.pop("sample", None)
    importlib.invalidate_caches()
    return importlib.import_module("sample")


write("value = 1\n", 1000000000)
module = load()
compiled = importlib.util.cache_from_source(source)
print(module.value, module.__cached__ == compiled, os.path.exists(compiled), os.listdir(os.path.dirname(compiled)) == [os.path.basename(compiled)])
print(os.path.dirname(compiled) == os.path.join(folder, "__pycache__"), compiled.endswith("." + sys.implementation.cache_tag + ".pyc"))
with open(compiled, "rb") as file:
    data = file.read()
print(data[:4] == importlib.util.MAGIC_NUMBER, int.from_bytes(data[4:8], "little"), int.from_bytes(data[8:12], "little"), int.from_bytes(data[12:16], "little"))
write("value = 2\n", 1000000000)
print("same time and size:", load().value)
write("value = 3\n", 1000000001)
print("newer:", load().value)
write("value = 44\n", 1000000001)
print("longer:", load().value)
for damage in (b"", b"x", b"xxxx" + data[4:]):
    with open(compiled, "wb") as file:
        file.write(damage)
    print("damaged:", load().value)
with open(compiled, "rb") as file:
    print("written anew:", file.read(4) == importlib.util.MAGIC_NUMBER)
py_compile.compile(source, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
print("by hash:", load().value)
write("value = 55\n", 1000000001)
print("by hash, changed:", load().value)
py_compile.compile(source, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
write("value = 66\n", 1000000002)
print("unchecked:", load().value)
os.remove(compiled)
sys.dont_write_bytecode = True
load()
print("not written:", os.path.exists(compiled))
sys.dont_write_bytecode = False
sys.pycache_prefix = os.path.join(folder, "prefix")
load()
prefixed = importlib.util.cache_from_source(source)
print("prefix:", prefixed.startswith(sys.pycache_prefix), os.path.exists(prefixed), os.path.exists(compiled))
sys.pycache_prefix = None
legacy = os.path.join(folder, "alone.pyc")
with open(os.path.join(folder, "alone.py"), "w") as file:
    file.write("import sys\nname = __name__\n")
py_compile.compile(os.path.join(folder, "alone.py"), cfile=legacy)
os.remove(os.path.join(folder, "alone.py"))
import alone
print("sourceless:", alone.name, type(alone.__loader__).__name__, alone.__file__ == legacy)
with open(legacy, "r+b") as file:
    file.write(b"\0\0\0\0")
del sys.modules["alone"]
try:
    import alone
except ImportError as e:
    print(str(e).replace(repr(b"\0\0\0\0"), "...").replace(folder, ""))
shutil.rmtree(folder)
