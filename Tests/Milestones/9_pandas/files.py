# golden: packages=yes timeout=30
"""Reading and writing: CSV, JSON, pickle, records, SQL-like text, buffers; bad input."""
import io
import os
import json
import tempfile
import warnings
import numpy as np
import pandas as pd

pd.set_option("display.width", 120)


def show(label, call):
    try:
        result = call()
        print(f"--- {label}", result, sep="\n" if isinstance(result, (pd.DataFrame, pd.Series)) else ": ")
    except Exception as error:
        print(f"--- {label}: {type(error).__name__}: {str(error).strip().splitlines()[0]}")


CSV = '''id,name,score,when,flag,note
1,Ann,3.5,2024-01-02,True,"quoted, comma"
2,Bob,,2024-02-03,False,"say ""hi"""
3,Çelik,-1e3,,True,
4,"multi
line",nan,2024-12-31,False,NA
'''
read = lambda text=CSV, **options: pd.read_csv(io.StringIO(text), **options)
for label, call in {
    "plain": lambda: read(), "dtypes": lambda: read().dtypes, "dates": lambda: read(parse_dates=["when"]).when,
    "index": lambda: read(index_col="id", usecols=["id", "name"]),
    "types": lambda: read(dtype={"id": "int8", "score": "float32", "name": "category"}).dtypes, "nrows": lambda: read(nrows=2, skiprows=[1]),
    "names": lambda: read("1,2\n3,4\n", header=None, names=["a", "b"]), "sep": lambda: read("a;b\n1,5;2\n", sep=";", decimal=","),
    "whitespace": lambda: read("a  b\n1   2\n", sep=r"\s+"), "python engine": lambda: read("a::b\n1::2\n", sep="::", engine="python"),
    "comment": lambda: read("a,b # c\n1,2\n#x\n3,4", comment="#"), "na": lambda: read("a,b\n-,1\nx,?\n", na_values={"a": ["-"], "b": ["?"]}),
    "keep": lambda: read("a\nNA\nx\n", keep_default_na=False), "thousands": lambda: read('a\n"1,234"\n', thousands=","),
    "converters": lambda: read("a,b\n1,x\n", converters={"a": lambda v: int(v) * 100, "b": str.upper}),
    "true": lambda: read("a\nyes\nno\n", true_values=["yes"], false_values=["no"]).a, "chunks": lambda: [c.shape for c in read(chunksize=3)],
    "multi header": lambda: read("a,a,b\nx,y,z\n1,2,3\n", header=[0, 1]), "dup": lambda: read("a,a,a\n1,2,3\n").columns.tolist(),
    "footer": lambda: read("a\n1\n2\nend\n", skipfooter=1, engine="python"), "quoting": lambda: read("a|b\n'x|y'|2\n", sep="|", quotechar="'"),
    "escape": lambda: read('a,b\nx\\,y,2\n', escapechar="\\"), "bad lines": lambda: read("a,b\n1,2\n3,4,5\n6,7\n", on_bad_lines="skip"),
    "too many": lambda: read("a,b\n1,2\n3,4,5\n"), "empty": lambda: read(""), "no column": lambda: read(usecols=["zzz"]),
    "bad dtype": lambda: read("a\nx\n", dtype={"a": int}), "only header": lambda: read("a,b\n"),
    "blank": lambda: read("a\n\n1\n\n2\n", skip_blank_lines=False), "fwf": lambda: pd.read_fwf(io.StringIO("ab  12\ncd 345\n"), header=None),
    "table": lambda: pd.read_table(io.StringIO("a\tb\n1\t2\n")),
    "float": lambda: read("a\n0.1\n1e400\n-0\n").a.tolist(),
    "big ints": lambda: read("a\n99999999999999999999\n").a.tolist(), "mixed": lambda: read("a\n1\nx\n2.5\n").a.tolist(),
    "missing": lambda: pd.read_csv("/nonexistent/file.csv"), "open quote": lambda: read('a\n"x\n'),
    "nullable": lambda: read("a,b\n1,\n,x\n", dtype_backend="numpy_nullable").dtypes, "low": lambda: read("a,b,c\n1,2\n"),
}.items():
    show(label, call)
df = pd.DataFrame({"i": [1, 2], "f": [0.1, np.nan], "s": ['a"b', "c,d\ne"], "d": pd.to_datetime(["2024-01-02 00:00:00", "2024-01-02 03:04:05"]), "b": [True, False], "o": [None, "x"], "c": pd.Categorical(["u", "v"])},
    index=pd.Index(["r1", "r2"], name="key"))
for label, call in {
    "csv": lambda: df.to_csv(),
    "csv opts": lambda: df.to_csv(index=False, sep="\t", na_rep="NULL", float_format="%.3f", columns=["i", "f", "s"], header=["I", "F", "S"], quoting=2, date_format="%d/%m", lineterminator="\r\n"),
    "round": lambda: pd.read_csv(io.StringIO(df.to_csv()), index_col="key", parse_dates=["d"]).dtypes, "json": lambda: df.to_json(),
    "json records": lambda: df.to_json(orient="records", date_format="iso", indent=1), "json split": lambda: df.to_json(orient="split"),
    "json table": lambda: json.loads(df[["i", "f"]].to_json(orient="table"))["schema"]["fields"],
    "json lines": lambda: df[["i", "s"]].to_json(orient="records", lines=True),
    "read json": lambda: pd.read_json(io.StringIO('[{"a": 1, "b": "x"}, {"a": 2.5}]')),
    "read lines": lambda: pd.read_json(io.StringIO('{"a":1}\n{"a":2}\n'), lines=True), "bad json": lambda: pd.read_json(io.StringIO("{")),
    "normalize": lambda: pd.json_normalize([{"a": {"b": 1, "c": {"d": 2}}, "l": [1]}]),
    "records path": lambda: pd.json_normalize({"x": 1, "r": [{"v": 1}, {"v": 2}]}, "r", ["x"]), "dict": lambda: df[["i", "f"]].to_dict(),
    "dict index": lambda: df[["i", "s"]].to_dict("index"), "dict tight": lambda: df[["i"]].to_dict("tight"),
    "records": lambda: df[["i", "f"]].to_records(),
    "from records": lambda: pd.DataFrame.from_records([(1, "a"), (2, "b")], columns=["n", "s"], index="s"),
    "from dict": lambda: pd.DataFrame.from_dict({"r": [1, 2]}, orient="index", columns=["a", "b"]),
    "string": lambda: df.to_string(na_rep="-", justify="left", max_colwidth=6),
    "html": lambda: df[["i", "s"]].to_html(border=0, classes="t", escape=True), "dataclass": lambda: pd.DataFrame([{"a": 1}, {"b": 2}]),
    "nested": lambda: pd.DataFrame({"x": {"a": 1, "b": 2}, "y": {"b": 3}}),
    "structured": lambda: pd.DataFrame(np.array([(1, 2.0)], dtype=[("p", "i4"), ("q", "f8")])),
    "generator": lambda: pd.DataFrame(((i, i * i) for i in range(3)), columns=["a", "b"]),
}.items():
    show(label, call)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name in ("a.csv", "a.csv.gz", "a.csv.bz2", "a.csv.zip", "a.csv.xz"):
        df.to_csv(name); print(name, pd.read_csv(name, index_col=0).shape, os.path.getsize(name) > 50)
    df.to_pickle("p.pkl"); back = pd.read_pickle("p.pkl"); print(back.equals(df), back.dtypes.equals(df.dtypes), back.c.cat.categories)
    df.to_json("j.json")
    print(pd.read_json("j.json").shape)
    big = pd.DataFrame({"a": np.arange(20000), "b": np.arange(20000) / 7, "c": [f"text {i % 13}" for i in range(20000)]})
    big.to_csv("big.csv", index=False)
    again = pd.read_csv("big.csv")
    print(again.equals(big), os.path.getsize("big.csv"), again.c.nunique(), sum(len(c) for c in pd.read_csv("big.csv", chunksize=6000)))
    show("pickle", lambda: pd.read_pickle("a.csv"))
    show("gz", lambda: pd.read_csv("a.csv", compression="gzip"))
    show("encoding", lambda: (open("l.csv", "wb").write("a\nÿ\n".encode("latin-1")), pd.read_csv("l.csv")))
    show("latin", lambda: pd.read_csv("l.csv", encoding="latin-1").a[0])
    show("excel", lambda: pd.read_excel("a.xlsx"))
    show("parquet", lambda: df.to_parquet("a.parquet"))
    show("hdf", lambda: df.to_hdf("a.h5", key="x"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    pd.to_datetime(["01-02-2024", "13-02-2024x"], errors="coerce")
    pd.DataFrame({"a": [1]})["a"][0] = 5
    pd.Series([1]).iloc[0:1].loc[0] = 3
print(sorted({w.category.__name__ for w in caught}))
