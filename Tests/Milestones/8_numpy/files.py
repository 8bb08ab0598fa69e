# golden: packages=yes
"""Saving and loading: npy, npz, text, raw, memory maps, in files and in buffers; bad files."""
import io
import os
import tempfile
import zipfile
import numpy as np


def show(label, call):
    try:
        print(f"{label}:", call())
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {str(error).splitlines()[0]}")


arrays = {"ints": np.arange(6).reshape(2, 3), "fortran": np.asfortranarray(np.eye(3)), "strings": np.array(["é", "bc"]),
    "record": np.array([(1, 2.5)], dtype=[("a", "i4"), ("b", "f8")]), "big endian": np.arange(3, dtype=">i2"), "scalar": np.array(3.5),
    "empty": np.zeros((0, 3)), "bool": np.array([True, False]), "dates": np.array(["2020-01-01"], "M8[D]"), "complex": np.array([1j])}
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, array in arrays.items():
        np.save("a.npy", array)
        back = np.load("a.npy")
        print(name, np.array_equal(array, back), back.dtype == array.dtype, back.flags.f_contiguous == array.flags.f_contiguous,
            os.path.getsize("a.npy"), open("a.npy", "rb").read(128).rstrip())
    np.savez("b.npz", *arrays.values(), **{k: v for k, v in arrays.items() if " " not in k}); np.savez_compressed("c.npz", x=np.zeros(10000))
    with np.load("b.npz") as data:
        print(sorted(data.files), data["arr_0"], "ints" in data, len(data), data["record"]["b"]); show("missing", lambda: data["nope"])
    print(os.path.getsize("c.npz") < 400, zipfile.ZipFile("c.npz").namelist(), np.load("c.npz")["x"].shape)
    np.save("o.npy", np.array([{"a": 1}, None], dtype=object)); show("objects", lambda: np.load("o.npy")); print(np.load("o.npy", allow_pickle=True))
    for label, content in {"no magic": b"hello world, not an array", "short": b"\x93NUMPY\x01\x00v", "version": b"\x93NUMPY\x09\x00" + b" " * 30,
        "header": b"\x93NUMPY\x01\x00\x10\x00{'descr': 1}   \n", "empty": b"", "cut": open("o.npy", "rb").read()[:60]}.items():
        with open("bad.npy", "wb") as file:
            file.write(content)
        show(label, lambda: np.load("bad.npy"))
    show("gone", lambda: np.load("gone.npy")); show("folder", lambda: np.load(folder) if False else np.load("."))
    m = np.memmap("m.dat", dtype="f4", mode="w+", shape=(3, 4)); m[:] = np.arange(12).reshape(3, 4); m.flush(); del m
    r = np.memmap("m.dat", dtype="f4", mode="r", shape=(3, 4), offset=0)
    print(r[1], r.sum(), type(r).__name__, r.mode)
    show("read only", lambda: r.__setitem__(0, 1))
    print(np.load("a.npy", mmap_mode="r").shape)
    del r
    np.arange(4, dtype="i2").tofile("raw")
    print(np.fromfile("raw", dtype="i2"), np.fromfile("raw", dtype="i2", count=2, offset=2), open("raw", "rb").read())
    np.array([1.5, 2]).tofile("t", sep=",", format="%.2f")
    print(open("t").read(), np.fromfile("t", sep=","))
    np.savetxt("t.csv", [[1, 2.5], [3, 4]], fmt=["%d", "%.3f"], delimiter=",", header="a,b", footer="end", comments="# ")
    print(open("t.csv").read(), np.loadtxt("t.csv", delimiter=",", usecols=1), np.loadtxt("t.csv", delimiter=",", unpack=True)[0])
text = "# comment\n1, 2, x\n3,, y\n\n-1, 5.5, z\n"
print(np.genfromtxt(io.StringIO(text), delimiter=",", dtype=None, encoding="utf-8", names="a,b,c", autostrip=True),
    np.genfromtxt(io.StringIO("1;2\n3;nan"), delimiter=";", filling_values=0, missing_values="nan"), np.genfromtxt(["1 2", "3 4"], skip_header=1),
    np.genfromtxt(io.StringIO("n v\na 1\nb 2"), names=True, dtype=None, encoding=None)["v"])
print(np.loadtxt(io.StringIO("1 2\n3 4"), dtype=int, max_rows=1),
    np.loadtxt(["a,1", "b,2"], delimiter=",", dtype={"names": ("k", "v"), "formats": ("U1", "i4")}),
    np.loadtxt(io.StringIO("0x1F 2"), converters=lambda v: int(v, 16)),
    np.loadtxt(io.StringIO('"a b",1'), delimiter=",", quotechar='"', dtype="U5,i4"))
show("columns", lambda: np.loadtxt(io.StringIO("1 2\n3")))
show("text", lambda: np.loadtxt(io.StringIO("1 x")))
show("inconsistent", lambda: np.genfromtxt(io.StringIO("1 2\n3")))
buffer = io.BytesIO()
np.save(buffer, arrays["ints"])
np.save(buffer, arrays["bool"])
buffer.seek(0)
print(np.load(buffer), np.load(buffer), np.lib.format.read_magic(io.BytesIO(buffer.getvalue())), len(np.lib.format.magic(1, 0)))
