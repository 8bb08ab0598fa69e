# golden: packages=yes timeout=30
"""Grouping, merging, time series, strings, categories, windows."""
import numpy as np
import pandas as pd

pd.set_option("display.width", 120)
rng = np.random.default_rng(3)
sales = pd.DataFrame({"shop": rng.choice(["north", "south", "west"], 40), "item": rng.choice(["tea", "milk"], 40), "price": rng.integers(1, 50, 40) / 2, "n": rng.integers(1, 9, 40), "day": pd.date_range("2024-01-28", periods=40, freq="D")})


def show(label, call):
    try:
        result = call()
        print(f"--- {label}", result, sep="\n" if isinstance(result, (pd.DataFrame, pd.Series)) else ": ")
    except Exception as error:
        print(f"--- {label}: {type(error).__name__}: {error}")


g = sales.groupby("shop")
for label, call in {
    "size": lambda: g.size(), "sum": lambda: g.sum(numeric_only=True),
    "agg": lambda: g.agg(total=("price", "sum"), most=("n", "max"), items=("item", "nunique"), first=("day", "min")),
    "agg list": lambda: g.price.agg(["min", "mean", "std", "count"]), "lambda": lambda: g.price.agg(lambda v: v.max() - v.min()),
    "two": lambda: sales.groupby(["shop", "item"]).price.mean(), "unstack": lambda: sales.groupby(["shop", "item"]).n.sum().unstack(fill_value=0),
    "transform": lambda: g.price.transform("mean").head(3), "transform2": lambda: g.n.transform(lambda v: v - v.mean()).head(3),
    "filter": lambda: g.filter(lambda d: len(d) > 12).shop.unique(),
    "apply": lambda: g.apply(lambda d: d.nlargest(1, "price")[["item", "price"]], include_groups=False) if False else g[["item", "price"]].apply(lambda d: d.nlargest(1, "price")),
    "head": lambda: g.head(1), "nth": lambda: g.nth(1).item, "cumsum": lambda: g.n.cumsum().tail(3),
    "rank": lambda: g.price.rank(method="dense").head(4), "get": lambda: g.get_group("west").n.sum(),
    "groups": lambda: {k: len(v) for k, v in g.groups.items()}, "iter": lambda: [(k, d.n.sum()) for k, d in g],
    "as_index": lambda: sales.groupby("shop", as_index=False).n.mean(), "sort": lambda: sales.groupby("item", sort=False).n.sum(),
    "level": lambda: sales.set_index(["shop", "item"]).groupby(level="item").n.sum(),
    "grouper": lambda: sales.groupby(pd.Grouper(key="day", freq="ME")).price.sum(),
    "bins": lambda: sales.groupby(pd.cut(sales.price, 3), observed=False).n.count(), "function": lambda: sales.groupby(lambda i: i % 3).n.sum(),
    "describe": lambda: g.n.describe(), "quantile": lambda: g.price.quantile(0.5), "first": lambda: g.first(), "shift": lambda: g.n.shift(1).head(5),
    "diff": lambda: g.price.diff().tail(2), "rolling": lambda: g.price.rolling(3).mean().tail(3), "ngroup": lambda: g.ngroup().head(4),
    "cumcount": lambda: g.cumcount().tail(3), "value_counts": lambda: g.item.value_counts(), "idxmax": lambda: g.price.idxmax(),
    "pipe": lambda: g.pipe(lambda x: x.n.max() - x.n.min()),
    "resample": lambda: sales.set_index("day").groupby("item").n.resample("2W").sum().head(4), "ohlc": lambda: g.price.ohlc(),
    "categories": lambda: sales.assign(shop=pd.Categorical(sales.shop, ["east", "west", "north", "south"])).groupby("shop", observed=False).n.sum(),
    "missing": lambda: g["nope"], "bad func": lambda: g.price.agg("nope"), "key": lambda: sales.groupby("nope"),
    "no group": lambda: g.get_group("zzz"), "dropna": lambda: pd.DataFrame({"k": ["a", None], "v": [1, 2]}).groupby("k", dropna=False).sum(),
}.items():
    show(label, call)
left = pd.DataFrame({"k": ["a", "b", "b", "c"], "l": range(4)}); right = pd.DataFrame({"k": ["b", "c", "d"], "r": [10, 20, 30]}, index=[7, 8, 9])
for how in ("inner", "left", "right", "outer", "cross"):
    show(how, lambda: left.merge(right, how=how, **({} if how == "cross" else {"on": "k"}), suffixes=("_x", "_y"), indicator=how == "outer"))
show("join", lambda: left.set_index("k").join(right.set_index("k"), how="outer"))
show("on differing", lambda: left.merge(right.rename(columns={"k": "kk"}), left_on="k", right_on="kk"))
show("validate", lambda: left.merge(right, on="k", validate="one_to_one"))
show("index", lambda: left.merge(right, left_index=True, right_index=True, how="left"))
show("asof", lambda: pd.merge_asof(pd.DataFrame({"t": [1, 5, 10], "a": list("xyz")}), pd.DataFrame({"t": [2, 3, 7], "b": [1, 2, 3]}), on="t"))
show("ordered", lambda: pd.merge_ordered(left, right, fill_method="ffill"))
show("concat", lambda: pd.concat([left, right], ignore_index=True, sort=False))
show("concat inner", lambda: pd.concat([left, right], join="inner", keys=["L", "R"]))
show("append cols", lambda: pd.concat([left, right.reset_index(drop=True)], axis=1))
show("update", lambda: (lambda d: (d.update(pd.DataFrame({"l": [100]}, index=[1])), d)[1])(left.copy()))
show("type clash", lambda: left.merge(pd.DataFrame({"k": [1]}), on="k"))
show("combine", lambda: left.l.combine(pd.Series([5, 5, 0, 0]), max))
ts = pd.Series(range(10), index=pd.date_range("2024-02-26 06:00", periods=10, freq="6h"))
for label, call in {
    "partial": lambda: ts["2024-02-27"], "slice": lambda: ts["2024-02-28":"2024-02-28 12:00"],
    "resample": lambda: ts.resample("D").agg(["sum", "mean"]), "up": lambda: ts[:2].resample("2h").ffill(),
    "interp": lambda: ts[:2].resample("3h").interpolate(), "closed": lambda: ts.resample("12h", closed="right", label="right").sum(),
    "shift": lambda: ts.shift(1, freq="D").index[0], "tz": lambda: ts.tz_localize("UTC").tz_convert("America/New_York").index[:2],
    "dt": lambda: pd.DataFrame({"y": ts.index.year, "dow": ts.index.day_name(), "q": ts.index.quarter, "week": ts.index.isocalendar().week.values, "end": ts.index.is_month_end, "norm": ts.index.normalize()}).head(3),
    "strftime": lambda: ts.index.strftime("%d/%b %H:%M")[:2], "period": lambda: ts.to_period("D").groupby(level=0).sum(),
    "periods": lambda: pd.period_range("2024Q1", periods=3, freq="Q"),
    "period ops": lambda: (pd.Period("2024-02") + 1, pd.Period("2024-02").days_in_month, pd.Period("2024-02", "M").to_timestamp(how="end"), pd.Period("2024-03") - pd.Period("2024-01")),
    "offsets": lambda: [pd.Timestamp("2024-01-31") + o for o in (pd.offsets.MonthEnd(), pd.offsets.BDay(3), pd.DateOffset(months=1), pd.offsets.QuarterBegin(), pd.offsets.Week(weekday=2), pd.offsets.YearEnd(2), pd.offsets.CustomBusinessDay(holidays=["2024-02-01"]))],
    "bdate": lambda: pd.bdate_range("2024-02-01", "2024-02-06"),
    "freqs": lambda: [list(map(str, pd.date_range("2024-01-01", periods=2, freq=f))) for f in ("W-WED", "MS", "QE", "YE", "B", "90min", "SME", "WOM-2TU", "2D12h")],
    "infer": lambda: ts.index.freq,
    "timedelta": lambda: [pd.Timedelta("1 days 02:03:04.5"), pd.Timedelta(90, "m"), pd.Timedelta("-1h").components, pd.to_timedelta(["1D", "2h"]).total_seconds(), pd.Timedelta("3D") / pd.Timedelta("1D"), pd.timedelta_range("1h", periods=3)],
    "timestamp": lambda: [pd.Timestamp("2024-02-29 13:14:15.123456789"), pd.Timestamp(2024, 1, 2).day_of_year, pd.Timestamp("2024-01-01", tz="Europe/Berlin").isoformat(), pd.Timestamp(0), pd.Timestamp("2024-02-29").replace(year=2023, day=28), pd.Timestamp("2024-01-01 10:35").round("h"), pd.Timestamp("2024-01-01").to_pydatetime(), pd.NaT, pd.Timestamp.max, pd.Timestamp("2024-01-01") - pd.Timestamp("2023-01-01")],
    "to_datetime": lambda: pd.to_datetime(["01/02/2024", "13/02/2024"], dayfirst=True), "format": lambda: pd.to_datetime("20240203", format="%Y%m%d"),
    "unit": lambda: pd.to_datetime([0, 86400], unit="s"), "mixed": lambda: pd.to_datetime(["2024-01-01", "nope"], errors="coerce"),
    "frame": lambda: pd.to_datetime(pd.DataFrame({"year": [2024], "month": [2], "day": [3]})), "rolling": lambda: ts.rolling("1D").sum().tail(3),
    "window": lambda: ts.rolling(4, center=True, min_periods=2).agg(["mean", "max"]).head(3), "ewm": lambda: ts.ewm(span=3).mean().tail(2),
    "asof": lambda: ts.asof("2024-02-27 07:00"), "between": lambda: ts.between_time("00:00", "06:00"), "at": lambda: ts.at_time("12:00"),
    "first valid": lambda: ts.where(ts > 3).first_valid_index(),
    "nonexistent": lambda: pd.Timestamp("2024-03-10 02:30").tz_localize("America/New_York"), "bad": lambda: pd.Timestamp("2024-13-01"),
    "bad freq": lambda: pd.date_range("2024", periods=2, freq="ZZZ"), "out": lambda: pd.Timestamp("3000-01-01").as_unit("ns"),
    "add series": lambda: ts + ts[::-1], "union": lambda: ts.index[:2].union(ts.index[1:3]),
    "naive": lambda: ts.index[0] < pd.Timestamp("2024", tz="UTC"),
}.items():
    show(label, call)
text = pd.Series(["Apple pie", "banana", None, "cherry-3", "  dates  "])
for label, call in {
    "upper": lambda: text.str.upper(), "len": lambda: text.str.len(), "contains": lambda: text.str.contains("an|ie", regex=True),
    "replace": lambda: text.str.replace(r"(\w)(\w)", r"\2\1", regex=True, n=1) if False else text.str.replace("a", "_"),
    "extract": lambda: text.str.extract(r"(?P<word>[a-z]+)-(?P<num>\d)"), "split": lambda: text.str.split(" ", expand=True),
    "get": lambda: text.str[0], "slice": lambda: text.str.slice(1, 4), "strip": lambda: text.str.strip().str.title(),
    "cat": lambda: text.str.cat(sep="|", na_rep="-"), "pad": lambda: text.str.pad(10, fillchar="."), "findall": lambda: text.str.findall("a"),
    "count": lambda: text.str.count("a"), "starts": lambda: text.str.startswith("b", na=False), "partition": lambda: text.str.partition("-"),
    "dummies": lambda: pd.Series(["a|b", "b"]).str.get_dummies(), "zfill": lambda: pd.Series(["1", "22"]).str.zfill(4),
    "isdigit": lambda: pd.Series(["1", "a"]).str.isdigit(), "normalize": lambda: pd.Series(["é"]).str.normalize("NFD").str.len(),
    "encode": lambda: pd.Series(["é"]).str.encode("utf-8")[0], "wrap": lambda: pd.Series(["a b c d"]).str.wrap(3)[0],
    "extractall": lambda: pd.Series(["a1b2"]).str.extractall(r"([a-z])(\d)"), "on ints": lambda: pd.Series([1]).str, "dtype": lambda: text.dtype,
    "object": lambda: text.astype(object).str.lower(), "callable": lambda: text.str.replace(r"[aeiou]", lambda m: m.group().upper(), regex=True),
    "flags": lambda: text.str.match("APPLE", case=False), "casefold": lambda: text.str.casefold().str.rfind("e"),
    "repeat": lambda: pd.Series(["ab"]).str.repeat(3), "translate": lambda: pd.Series(["abc"]).str.translate(str.maketrans("a", "z")),
    "rsplit": lambda: pd.Series(["a_b_c"]).str.rsplit("_", n=1), "join": lambda: pd.Series([["a", "b"]]).str.join("-"),
}.items():
    show(label, call)
c = pd.Categorical(["lo", "hi", "mid", "lo"], categories=["lo", "mid", "hi"], ordered=True)
print(c, c.codes, c.min(), c > "lo", c.rename_categories(str.upper), c.add_categories("top").categories, c.remove_unused_categories().categories,
    pd.Series(c).sort_values().tolist(), pd.Series(c).cat.codes.tolist(), c.reorder_categories(["hi", "mid", "lo"])[0], c.describe(),
    pd.Categorical([1, 2, None]).isna(), pd.api.types.union_categoricals([c, c]).categories, c.set_categories(["lo"]), sep="\n")
show("compare", lambda: pd.Categorical(["a"]) < "b")
show("unknown", lambda: c > "zzz")
big = pd.DataFrame({"k": rng.integers(0, 500, 50000), "v": rng.random(50000), "s": rng.choice(list("abcdef"), 50000)})
print(big.groupby("k").v.sum().round(6).head(3), big.groupby(["s", big.k % 3]).v.agg(["count", "mean"]).round(6).head(4),
    big.sort_values("v").iloc[::20000].round(6), big.merge(big.groupby("k", as_index=False).v.max(), on=["k", "v"]).shape,
    big.pivot_table(index="s", columns=big.k % 4, values="v", aggfunc="count"), big.v.rolling(1000).mean().dropna().describe().round(6),
    big.s.value_counts().sort_index().sum(), sep="\n")
import sys
counts = [sys.getrefcount(pd.Timestamp), sys.getrefcount(pd.Timedelta), sys.getrefcount(pd.offsets.Week)]
for _ in range(100):
    pd.Timestamp("2024-01-31") + pd.offsets.Week(weekday=2) + pd.Timedelta("1h")
print([count - old for count, old in zip([sys.getrefcount(pd.Timestamp), sys.getrefcount(pd.Timedelta), sys.getrefcount(pd.offsets.Week)], counts)])
