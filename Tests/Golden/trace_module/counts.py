# trace and cProfile: counts of lines, functions, callers, reports; statistics sorted and restricted.
import builtins, cProfile, io, os, pstats, sys, tempfile, trace
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))

with open("prog.py", "w") as f:
    f.write("def a(n):\n    if n:\n        return a(n - 1)\n    return 0\ndef b():\n    x = [a(i) for i in range(3)]\n    for q in x:\n        pass\n    return sum(x)\nclass C:\n    def m(self):\n        return b()\n")
sys.path.insert(0, ".")
import prog
name = prog.__file__


def shown(keys): return sorted((os.path.basename(k[0]), *k[1:]) for k in keys if os.path.basename(k[0]) == "prog.py")


t = trace.Trace(count=1, trace=0); print(t.runfunc(prog.C().m)); r = t.results(); print(sorted((l, n) for (f, l), n in r.counts.items() if f.endswith("prog.py")))
r.write_results(show_missing=True, summary=False, coverdir="cov"); print(open("cov/" + [n for n in os.listdir("cov") if "prog" in n][0]).read())
t = trace.Trace(count=0, trace=0, countfuncs=1); t.runfunc(prog.b); print(shown(t.results().calledfuncs))
t = trace.Trace(count=0, trace=0, countcallers=1); t.runfunc(prog.b); print(sorted((a[2], b[2]) for a, b in t.results().callers if a[0].endswith("prog.py") and b[0].endswith("prog.py")))
out = io.StringIO(); old, sys.stdout = sys.stdout, out
trace.Trace(count=0, trace=1, ignoremods=["os"]).runfunc(prog.a, 1)
sys.stdout = old; print(out.getvalue())
t = trace.Trace(count=1, trace=0); t.runctx("y = prog.a(2)", {"prog": prog}, l := {}); print(l); t.run("z = 1"); a, b = trace.CoverageResults({("f", 1): 2}), trace.CoverageResults({("f", 1): 3, ("g", 1): 1}); a.update(b); print(a.counts, a.is_ignored_filename("<string>"))
p = cProfile.Profile(timer=lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0]); print(p.runcall(prog.C().m))
print(sorted((e.code.co_name, e.callcount, e.reccallcount, [c.code.co_name for c in e.calls or [] if not isinstance(c.code, str)]) for e in p.getstats() if not isinstance(e.code, str)), sorted(e.code.split(" at ")[0] for e in p.getstats() if isinstance(e.code, str)))
out = io.StringIO(); s = pstats.Stats(p, stream=out); s.strip_dirs().sort_stats("name").print_stats("prog"); s.print_callers("a"); s.print_callees(r"\(b\)"); print("\n".join(l for l in out.getvalue().splitlines() if "prog.py" in l and ":" in l).replace("\t", " ").translate({ord(c): None for c in "0123456789."}), s.total_calls, s.prim_calls)
p = cProfile.Profile(); p.enable(); prog.a(1); p.disable(); p.create_stats(); print(sorted(k[2] for k in p.stats if k[0].endswith("prog.py"))); p.dump_stats("out.prof"); print(sorted(k[2] for k in pstats.Stats("out.prof").stats if k[0].endswith("prog.py")), sorted(pstats.SortKey.__members__)[:3])
for label, call in {"sort key": lambda: s.sort_stats("nope"), "two": lambda: s.sort_stats("calls", 3), "file": lambda: pstats.Stats("absent.prof"), "nothing": lambda: pstats.Stats(5), "raises": lambda: cProfile.Profile().runcall(lambda: 1 / 0), "run": lambda: cProfile.run("1 +", "x.prof"), "context": lambda: cProfile.Profile().__enter__().__exit__(None, None, None)}.items():
    try: print(label, call())
    except BaseException as error: print(label, type(error).__name__, error)
