import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


data = [1, 4, 4.5, 2, 8, 8]
for f in (st.mean, st.fmean, st.median, st.median_low, st.median_high, st.mode, st.multimode, st.stdev, st.pstdev, st.variance, st.pvariance,
    st.geometric_mean, st.harmonic_mean, st.median_grouped):
    show(f.__name__, lambda: f(data))
    show(f.__name__ + " empty", lambda: f([]))
    show(f.__name__ + " one", lambda: f([3]))
    show(f.__name__ + " fractions", lambda: f([F(1, 3), F(2, 3), F(5, 3)]))
show("decimal", lambda: (st.mean([D("0.1"), D("0.2")]), st.stdev([D(1), D(2), D(4)]), st.median([D(1), D(2)])))
show("mixed", lambda: st.mean([1, F(1, 2), 0.25]))
show("strings", lambda: (st.mode("abcb"), st.multimode("ab")))
show("mean of strings", lambda: st.mean(["a"]))
show("inf", lambda: (st.mean([1, float("inf")]), st.mean([float("nan"), 1])))
show("weights", lambda: st.fmean([1, 2, 3], weights=[1, 0, 1]))
show("bad weights", lambda: st.fmean([1, 2], [1]))
show("negative", lambda: st.geometric_mean([-1, 2]))
show("harmonic", lambda: (st.harmonic_mean([10, 0]), st.harmonic_mean([40, 60], weights=[5, 30])))
show("exact", lambda: st.mean([1e308, 1e308]) if False else st.mean([0.1] * 10))
show("large", lambda: st.pvariance([10**20 + i for i in range(4)]))
show("xbar", lambda: (st.variance(data, 4), st.pvariance(data, mu=4.5)))
for n in (1, 2, 4, 5):
    for method in ("exclusive", "inclusive"):
        show(f"quantiles {n} {method}", lambda: st.quantiles(data, n=n, method=method))
show("quantiles bad", lambda: st.quantiles(data, n=0))
show("quantiles few", lambda: st.quantiles([1]))
show("quantiles method", lambda: st.quantiles(data, method="x"))
show("correlation", lambda: (st.correlation([1, 2, 3, 4], [2, 1, 4, 3]), st.covariance([1, 2, 3], [1, 5, 7])))
show("constant", lambda: st.correlation([1, 1], [1, 2]))
show("regression", lambda: (st.linear_regression([1, 2, 3], [1.1, 1.9, 3.2]), st.linear_regression([1, 2, 3], [2, 4, 6], proportional=True)))
