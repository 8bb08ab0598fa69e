# Archives that lie about themselves: zipimport raises ZipImportError, the path finder passes them by.
import importlib
import os
import struct
import sys
import tempfile
import zipfile
import zipimport
import zlib

os.chdir(tempfile.mkdtemp())
sys.dont_write_bytecode = True


def attempt(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error, getattr(error, "name", "-"), getattr(error, "path", "-"))


def good(name="good.zip", method=zipfile.ZIP_STORED, comment=b""):
    with zipfile.ZipFile(name, "w", method) as z:
        z.writestr(zipfile.ZipInfo("m.py"), "VALUE = 'm'\n")
        z.writestr(zipfile.ZipInfo("n.py"), "VALUE = 'n'\n" * 20, method)
        z.comment = comment
    return open(name, "rb").read()


def trial(label, data):
    name = label.replace(" ", "_") + ".zip"
    with open(name, "wb") as f:
        f.write(data)
    attempt(label + ": open", lambda: sorted(zipimport.zipimporter(name)._files))
    try:
        importer = zipimport.zipimporter(name)
    except ImportError:
        return
    for module in "m", "n":
        attempt(f"{label}: source {module}", lambda: importer.get_source(module)[:11])
    sys.path.insert(0, name)
    for module in "m", "n":
        sys.modules.pop(module, None)
        attempt(f"{label}: import {module}", lambda: importlib.import_module(module).VALUE)
    del sys.path[0]


data = good()
packed = good("packed.zip", zipfile.ZIP_DEFLATED)
end = data.rindex(b"PK\x05\x06")
central = data.index(b"PK\x01\x02")


def patched(source, at, form, *values):
    changed = bytearray(source)
    struct.pack_into(form, changed, at, *values)
    return bytes(changed)


trial("plain", data)
trial("packed", packed)
trial("commented", good(comment=b"a comment at the end"))
trial("prefixed", b"#!/bin/sh\nexit 0\n" + data)
trial("long comment", good(comment=b"x" * 65535))
trial("empty", b"")
trial("short", data[:10])
trial("no end record", data[:end])
trial("truncated end", data[:-1])
trial("only end record", data[end:])
trial("wrong magic", patched(data, end, "<I", 0))
trial("directory too large", patched(data, end + 12, "<I", 0xFFFFFFFF))
trial("directory offset", patched(data, end + 16, "<I", 0x7FFFFFFF))
trial("directory bytes", patched(data, central, "<I", 0x12345678))
trial("count is a lie", patched(data, end + 10, "<H", 77))
trial("member offset", patched(data, central + 42, "<I", 0x00FFFFFF))
trial("member magic", patched(data, 0, "<I", 0))
trial("name too long", patched(data, central + 28, "<H", 0xFFF0))
trial("extra too long", patched(data, central + 30, "<H", 0xFFF0))
trial("size of data", patched(data, central + 20, "<I", 0x7FFFFFF0))
trial("unknown method", patched(data, central + 10, "<H", 99))
trial("says deflated", patched(data, central + 10, "<H", 8))
second = packed.index(b"PK\x01\x02", packed.index(b"PK\x01\x02") + 1)
body = packed.index(b"n.py") + 4
trial("broken stream", packed[:body] + b"\xff" * 4 + packed[body + 4:])
trial("short stream", patched(packed, second + 20, "<I", 3))
trial("zero time", patched(data, central + 12, "<HH", 0, 0))
trial("wild time", patched(data, central + 12, "<HH", 0xFFFF, 0xFFFF))
with zipfile.ZipFile("names.zip", "w") as z:
    z.writestr("../up.py", "V = 1"); z.writestr("/root.py", "V = 2"); z.writestr("n\u00e9.py", "V = 3"); z.writestr("a/b/../c.py", "V = 4")
    z.writestr("null.py", b"V = 1\0"); z.writestr("latin.py", b"# coding: latin-1\nV = '\xe9'\r\n"); z.writestr("bad.py", b"V = '\xe9'")
    z.writestr("crlf.py", b"V = '''a\r\nb\rc'''")
names = zipimport.zipimporter("names.zip")
print(sorted(names._files))
for module in "up", "root", "n\u00e9", "null", "latin", "bad", "crlf":
    attempt(module, lambda: names.find_spec(module) and names.load_module(module).V)
attempt("data", lambda: [names.get_data(n) for n in ("../up.py", "names.zip/../up.py", "/root.py", "crlf.py")])
attempt("bytes path", lambda: zipimport.zipimporter(b"good.zip"))
attempt("path object", lambda: zipimport.zipimporter(__import__("pathlib").Path("good.zip")).archive)
os.mkdir("folder.zip")
attempt("folder", lambda: zipimport.zipimporter("folder.zip"))
attempt("below a file", lambda: zipimport.zipimporter("good.zip/x/y").prefix)
os.remove("good.zip")
vanished = zipimport.zipimporter("packed.zip")
os.remove("packed.zip")
attempt("vanished", lambda: vanished.get_source("m"))
vanished.invalidate_caches()
attempt("after invalidation", lambda: (vanished.find_spec("m"), vanished._files))
