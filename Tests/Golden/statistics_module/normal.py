import statistics as st


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


n = st.NormalDist(10, 2.5)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n + 3, n * 2, -n, n / 2, n - 1, 3 - n, n + st.NormalDist(1, 2), n == st.NormalDist(10, 2.5),
    hash(n) == hash(st.NormalDist(10, 2.5)))
for x in (-5, 0, 7.5, 10, 12.25, 30):
    print(x, n.pdf(x), n.cdf(x), n.zscore(x))
for p in (1e-10, 0.001, 0.02425, 0.1, 0.5, 0.75, 0.975, 0.9999999):
    print(p, n.inv_cdf(p))
print(n.quantiles(), n.quantiles(10)[:3], n.overlap(st.NormalDist(12, 1)), n.overlap(n), st.NormalDist.from_samples([1, 2, 4]), n.samples(3, seed=5))
show("p", lambda: n.inv_cdf(0))
show("sigma", lambda: st.NormalDist(0, -1))
show("zero", lambda: st.NormalDist(1, 0).pdf(1))
show("zero cdf", lambda: st.NormalDist(1, 0).cdf(1))
show("zero z", lambda: st.NormalDist(1, 0).zscore(1))
show("overlap", lambda: n.overlap(3))
show("few", lambda: st.NormalDist.from_samples([1]))
import _statistics
show("native", lambda: _statistics._normal_dist_inv_cdf(0.3, 1.0, 2.0))
show("native bad", lambda: _statistics._normal_dist_inv_cdf(1.5, 1.0, 2.0))
show("native args", lambda: _statistics._normal_dist_inv_cdf(0.5))
