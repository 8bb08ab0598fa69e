# shelve over dumb files: write-back, protocols, iteration, closed stores, bad keys and modes; dbm.dumb beneath.
import builtins, dbm, dbm.dumb, os, pickle, shelve, sys, tempfile
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



d = dbm.dumb.open("store", "c"); s = shelve.Shelf(d); s["a"] = [1]; s["b\u00e9"] = {"k": (1, 2)}; s["a"].append(2); print(s["a"], sorted(s), len(s), "a" in s, s.get("zz", 5), s.pop("b\u00e9"), dict(s)); show("missing", lambda: s["q"]); show("delete missing", lambda: s.__delitem__("q")); show("int key", lambda: s.__setitem__(5, 1)); show("unpicklable", lambda: s.__setitem__("x", lambda: 1)); s.close(); s.close()
for name in ("__getitem__", "__contains__", "__len__", "keys", "sync"): show("closed " + name, lambda: getattr(s, name)(*(("a",) if name in ("__getitem__", "__contains__") else ())))
with shelve.Shelf(dbm.dumb.open("store"), writeback=True, protocol=0) as s: s["a"].append(3); s["new"] = [[]]; s["new"][0].append("deep"); s.sync(); s["a"].append(4); print(sorted(s.cache))
with shelve.Shelf(dbm.dumb.open("store", "r")) as s: print(s["a"], s["new"]); show("read only", lambda: s.__setitem__("z", 1))
m = {}; s = shelve.Shelf(m, keyencoding="utf-16"); s["k"] = 1; print(m.keys(), pickle.loads(list(m.values())[0]), s == {"k": 1}, s.setdefault("d", []), s.update({"u": 2}), sorted(s.items()), s.popitem() is not None, s.clear(), list(s)); del s
b = shelve.BsdDbShelf({}) if hasattr(shelve, "BsdDbShelf") else None; show("bsd", lambda: b.first())
d = dbm.dumb.open("raw", "n"); d["k"] = "text"; d[b"\xff"] = b"\0\n'"; d["k"] = "longer than before" * 50; print(sorted(d.keys()), d[b"\xff"], len(d["k"]), d.get("none"), "k" in d, len(d)); del d["k"]; d.sync(); show("missing", lambda: d["k"]); show("type", lambda: d.__setitem__("x", 5)); show("key type", lambda: d[5]); d.close(); show("closed", lambda: d["k"]); print(sorted(os.listdir(".")), open("raw.dir", "rb").read(), dbm.whichdb("raw"), dbm.whichdb("absent"), dbm.whichdb("raw.dat")); show("absent", lambda: dbm.dumb.open("absent", "r")); show("flag", lambda: dbm.dumb.open("x", "q")); show("dbm absent", lambda: dbm.open("absent")); open("raw.dir", "w").write("garbage"); show("damaged", lambda: dbm.dumb.open("raw", "r"))
