# golden: packages=yes timeout=30
"""Series and DataFrame: building, selecting, arithmetic, missing values, sorting, applying, reshaping, printing."""
import datetime
import numpy as np
import pandas as pd

pd.set_option("display.width", 120)


def show(label, call):
    try:
        result = call()
        print(f"--- {label}", result, sep="\n" if isinstance(result, (pd.DataFrame, pd.Series)) else ": ")
    except Exception as error:
        print(f"--- {label}: {type(error).__name__}: {error}")


s = pd.Series([3, 1.5, None, 2], index=list("abcd"), name="nums")
print(s, s.dtype, s.index, s.values, s["a"], s.loc["b":"c"], s.iloc[-1], s[s > 1.6], s.sum(), s.mean(), s.isna().sum(), s.idxmax(), s.rank(),
    s.to_dict(), sep="\n")
df = pd.DataFrame({"name": ["Ann", "Bob", "Cy", "Dee"], "age": [30, 25, np.nan, 41], "when": pd.to_datetime(["2020-01-01", "2021-06-30", None, "2019-12-31"]), "kind": pd.Categorical(["x", "y", "x", None]), "flag": [True, False, True, True], "n": pd.array([1, None, 3, 4], dtype="Int64")})
print(df, df.dtypes, df.shape, df.columns, df.index, df.describe(), df.describe(include="all"), df.head(2), df.tail(1), df.T, sep="\n")
df.info(memory_usage=False)
for label, call in {
    "column": lambda: df["age"], "attr": lambda: df.name, "columns": lambda: df[["name", "flag"]], "loc": lambda: df.loc[1],
    "loc2": lambda: df.loc[df.age > 26, ["name", "age"]], "iloc": lambda: df.iloc[1:3, :2], "at": lambda: (df.at[0, "name"], df.iat[3, 1]),
    "query": lambda: df.query("age > 26 and flag"), "isin": lambda: df[df.name.isin(["Bob", "Cy"])], "where": lambda: df.age.where(df.age > 28, -1),
    "mask": lambda: df.mask(df.isna(), "?") if False else df.age.mask(df.age < 28),
    "assign": lambda: df.assign(double=lambda d: d.age * 2, const=1)[["double", "const"]],
    "fillna": lambda: df.age.fillna(df.age.mean()), "dropna": lambda: df.dropna(), "dropna sub": lambda: df.dropna(subset=["kind"]).name,
    "ffill": lambda: df.age.ffill(), "interpolate": lambda: df.age.interpolate(),
    "sort": lambda: df.sort_values(["flag", "age"], ascending=[True, False])[["name", "age"]],
    "sort index": lambda: df.sort_index(ascending=False).name, "nlargest": lambda: df.nlargest(2, "age")[["name"]],
    "drop": lambda: df.drop(columns=["n"]).drop(index=[0]).shape, "rename": lambda: df.rename(columns={"age": "years"}, index=str).columns,
    "set_index": lambda: df.set_index("name").loc["Bob", "age"], "reset": lambda: df.set_index("name").reset_index().columns.tolist(),
    "apply": lambda: df[["age", "n"]].apply(lambda c: c.max() - c.min()), "apply row": lambda: df.apply(lambda r: f"{r['name']}-{r.age}", axis=1),
    "map": lambda: df.name.map({"Ann": 1, "Bob": 2}), "map frame": lambda: df[["age"]].map(lambda v: v * 10),
    "agg": lambda: df.agg({"age": ["min", "max"], "flag": "sum"}), "pipe": lambda: df.pipe(len),
    "value_counts": lambda: df.kind.value_counts(dropna=False), "unique": lambda: df.name.unique(), "nunique": lambda: df.nunique(),
    "duplicated": lambda: df.kind.duplicated(), "astype": lambda: df.flag.astype(int), "convert": lambda: df.convert_dtypes().dtypes,
    "to_numpy": lambda: df[["age", "flag"]].to_numpy(), "corr": lambda: df[["age", "n"]].astype(float).corr(),
    "cut": lambda: pd.cut(df.age, [0, 28, 35, 100], labels=["young", "mid", "old"]),
    "qcut": lambda: pd.qcut(pd.Series(range(8)), 4).value_counts(sort=False), "dummies": lambda: pd.get_dummies(df.kind, prefix="k"),
    "factorize": lambda: pd.factorize(df.kind), "clip": lambda: df.age.clip(26, 35), "cumsum": lambda: df.age.cumsum(),
    "shift": lambda: df.age.shift(1).diff(), "pct": lambda: pd.Series([1, 2, 4]).pct_change(), "between": lambda: df.age.between(25, 30),
    "explode": lambda: pd.DataFrame({"a": [1, 2], "b": [[1, 2], []]}).explode("b"), "replace": lambda: df.name.replace({"Ann": "Anna"}),
    "quantile": lambda: df.age.quantile([0.1, 0.5]), "mode": lambda: df.kind.mode(), "sample": lambda: df.sample(2, random_state=1).name,
    "eval": lambda: df.eval("age + n"), "select": lambda: df.select_dtypes("number").columns,
    "iterrows": lambda: [(i, r["name"]) for i, r in df.iterrows()], "itertuples": lambda: next(df.itertuples()),
    "items": lambda: [k for k, _ in df.items()], "memory": lambda: df.flag.memory_usage(index=False), "equals": lambda: df.equals(df.copy()),
    "compare": lambda: df.compare(df.assign(age=1.0)), "idx": lambda: df.set_index(["kind", "name"]).index,
    "to_dict": lambda: df[["name", "age"]].to_dict("records"),
    "insert": lambda: (lambda d: (d.insert(1, "new", range(4)), d.columns.tolist())[1])(df.copy()),
    "pop": lambda: (lambda d: (d.pop("n"), d.shape))(df.copy())[1],
    "missing column": lambda: df["nope"], "missing row": lambda: df.loc[99], "missing attr": lambda: df.nope, "iloc out": lambda: df.iloc[99],
    "length": lambda: pd.DataFrame({"a": [1, 2], "b": [1]}), "truth": lambda: bool(df), "ambiguous": lambda: bool(s > 1),
    "bad query": lambda: df.query("zzz > 1"), "bad astype": lambda: df.name.astype(int), "set category": lambda: df.kind.copy().__setitem__(0, "zzz"),
    "scalar": lambda: pd.DataFrame({"a": 1}), "add": lambda: df.name + 1, "set len": lambda: df.copy().__setitem__("q", [1, 2]),
    "duplicate": lambda: pd.Series([1, 2], index=["a", "a"]).reindex(["a", "b"]), "merge none": lambda: df.merge(df, on="nope"),
    "to_datetime": lambda: pd.to_datetime("nope"), "to_numeric": lambda: pd.to_numeric(["1", "x"]),
    "coerce": lambda: pd.to_numeric(pd.Series(["1", "x"]), errors="coerce"),
}.items():
    show(label, call)
copy = df.copy()
copy.loc[2, "age"] = 99
copy.loc[copy.name == "Bob", "flag"] = True
copy["extra"] = copy.age / 3
copy.iloc[0, 0] = "Z"
copy.loc[10] = ["New", 1, pd.NaT, "x", False, 7, 0.5]
del copy["when"]
print(copy, copy.dtypes, sep="\n")
a, b = pd.Series([1, 2, 3], index=list("abc")), pd.Series([10, 20, 30], index=list("bcd"))
print(a + b, a.add(b, fill_value=0), a * 2 > 3, -a, a ** 2, a @ a, a.combine_first(b), a.align(b)[0], pd.concat([a, b], axis=1),
    pd.concat([a, b], keys=["A", "B"]), a.eq(b.reset_index(drop=True)) if False else "", divmod(a, 2)[1], a.map("<{}>".format), np.sqrt(a),
    a.between(2, 3), a.str if False else "", a.isin([1]), a.to_frame("x"), a.groupby(a % 2).sum(), a.rolling(2).sum(), a.expanding().mean(),
    a.ewm(alpha=0.5).mean(), a.nsmallest(1), a.items().__next__(), sep="\n")
wide = pd.DataFrame({"id": [1, 1, 2, 2], "var": ["p", "q", "p", "q"], "val": [1.0, 2.0, 3.0, 4.0]})
print(wide.pivot(index="id", columns="var", values="val"),
    wide.pivot_table(index="id", columns="var", values="val", aggfunc=["sum", "mean"], margins=True), wide.melt(id_vars="id", value_vars=["val"]),
    wide.set_index(["id", "var"]).unstack(), wide.set_index(["id", "var"]).stack(), pd.crosstab(wide.id, wide["var"], normalize="index"),
    pd.wide_to_long(pd.DataFrame({"A1": [1], "A2": [2], "i": [0]}), "A", "i", "j"), wide.groupby("id").val.apply(list), sep="\n")
mi = pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["l", "n"]); md = pd.DataFrame(np.arange(8).reshape(4, 2), index=mi, columns=["x", "y"])
print(md, md.loc["a"], md.loc[("b", 2)], md.xs(1, level="n"), md.swaplevel().sort_index(), md.groupby(level=0).sum(), md.unstack("l"),
    md.index.get_level_values("n"), md.reset_index(level=1), md.loc[pd.IndexSlice[:, 2], "x"], mi.to_frame(index=False), mi[1:3], md.stack().head(3),
    sep="\n")
wide = pd.DataFrame(np.arange(60).reshape(3, 20) / 7, columns=[f"column_{i}" for i in range(20)])
print(wide, wide.iloc[:, :3].to_string(float_format="%.2f", index=False), pd.DataFrame({"t": ["x" * 80, "é" * 3]}), pd.DataFrame(),
    pd.Series([], dtype=float), pd.DataFrame({"a": range(100)}), pd.DataFrame({"c": [1e-10, 1e10, np.inf, -0.5]}),
    pd.DataFrame({"o": [[1], {"k": 2}, None, "s"]}), df.to_html(max_rows=2)[:300], df[["name", "age"]].to_markdown() if False else "",
    df.style.format(precision=1).to_latex()[:100] if False else "", sep="\n")
with pd.option_context("display.max_rows", 4, "display.precision", 2, "display.max_columns", 3):
    print(wide, pd.Series(np.arange(10) / 3))
i = pd.Index([3, 1, 2])
print(i.sort_values(), i.union([5]), i.intersection([1, 9]), i.difference([1]), i.get_loc(2), i.get_indexer([2, 7]), 3 in i, i.insert(1, 9),
    i.delete(0), pd.RangeIndex(5)[1:3], pd.interval_range(0, 3), pd.Index(["a", "b"]).str.upper(), pd.Index([1, None]).isna(),
    pd.CategoricalIndex(["a", "b"]), pd.Index([1.5, 2]), pd.Index([]), i.is_unique, i.argsort(), i.map(lambda v: v * 2), i.to_series().index,
    hash(i[0]))
show("unhashable", lambda: hash(i))
show("mutable", lambda: i.__setitem__(0, 1))
