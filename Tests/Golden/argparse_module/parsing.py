# golden: timeout=20
# argparse: nargs, actions, groups, subparsers, prefixes, types, errors on stderr with exit 2, help of several forms.
import argparse as ap, contextlib, io, os, sys
os.environ["COLUMNS"] = "70"


def run(parser, *argv, known=False, intermixed=False):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: result = (parser.parse_known_args if known else parser.parse_intermixed_args if intermixed else parser.parse_args)(list(argv))
        except SystemExit as e: result = f"exit {e.code}"
        except Exception as e: result = f"{type(e).__name__}: {e}"
    print(argv, result, out.getvalue(), err.getvalue(), sep="\n  " if out.getvalue() or err.getvalue() else " ")


def make(**k): return ap.ArgumentParser(prog="prog", **k)
p = make(description="Describes %(prog)s.", epilog="The end.", formatter_class=ap.ArgumentDefaultsHelpFormatter)
p.add_argument("pos", help="a positional"); p.add_argument("rest", nargs="*", type=int, metavar="N"); p.add_argument("-f", "--flag", action="store_true", help="a flag"); p.add_argument("-v", action="count", default=0); p.add_argument("-o", "--out", default="x.txt", help="where to (%(default)s) 100%%", metavar="FILE"); p.add_argument("--choice", choices=["a", "b"], help="a very long help text that has to be wrapped over several lines of the output to be seen at all"); p.add_argument("-n", type=float, action="append", dest="numbers"); p.add_argument("--const", action="store_const", const=42); p.add_argument("--both", action=ap.BooleanOptionalAction, default=True, help="either"); p.add_argument("--ext", action="extend", nargs="+"); p.add_argument("--opt", nargs="?", const="C", default="D"); p.add_argument("--two", nargs=2, metavar=("A", "B")); p.add_argument("--version", action="version", version="%(prog)s 1.0"); p.add_argument("--hidden", help=ap.SUPPRESS)
for argv in (["p"], ["p", "1", "2"], ["p", "x"], [], ["p", "-f", "-vvv", "-o", "q"], ["p", "-oq", "--out=r"], ["p", "--choice", "a"], ["p", "--choice", "c"], ["p", "-n", "1", "-n2.5"], ["p", "-n", "x"], ["p", "--const", "--no-both"], ["p", "--ext", "a", "b", "--ext", "c"], ["p", "--opt"], ["p", "--opt", "z"], ["p", "--two", "1"], ["p", "--two", "1", "2"], ["--version"], ["-h"], ["p", "--unknown"], ["p", "--fl"], ["p", "--c", "1"], ["p", "-1"], ["p", "--", "-3"], ["--", "-p"], ["p", "--flag=1"], ["p", "-fv"], ["p", "-fo", "w"], ["p", "1", "-f", "2"], ["p", "--out"], ["p", "-o", "-v"], ["p", "--hid"], [""]): run(p, *argv)
run(p, "p", "--zzz", "1", "-q", known=True); run(p, "p", "1", "-f", "2", intermixed=True); print(p.format_usage(), p)
g = make(prefix_chars="+-", allow_abbrev=False, argument_default=ap.SUPPRESS, conflict_handler="resolve", add_help=False); x = g.add_mutually_exclusive_group(required=True); x.add_argument("+a", action="store_true"); x.add_argument("--bee", type=int); y = g.add_argument_group("titled", "with a description"); y.add_argument("--req", required=True, type=lambda s: int(s, 16)); y.add_argument("--req2", dest="r2"); y.add_argument("--req2", help="again")
for argv in (["--req", "ff", "+a"], ["+a", "--bee", "1", "--req", "1"], ["--req", "zz", "+a"], ["+a"], ["--req", "1"], ["--req", "1", "--be", "1"]): run(g, *argv)
print(g.format_help())
s = make(); s.add_argument("--top"); sub = s.add_subparsers(title="commands", dest="cmd", metavar="CMD", required=True, help="one of"); a = sub.add_parser("alpha", aliases=["al"], help="first", description="does alpha"); a.add_argument("x", nargs=ap.REMAINDER); a.set_defaults(func="A"); b = sub.add_parser("beta"); b.add_argument("--n", type=int, default="7"); b.add_argument("y", nargs="?", default=ap.SUPPRESS)
for argv in ([], ["alpha"], ["al", "-z", "1", "--top"], ["beta", "--n", "3"], ["beta", "q"], ["gamma"], ["--top", "1", "beta"], ["-h"], ["alpha", "-h"], ["beta", "--n", "x"]): run(s, *argv)
with open("/dev/null") as _: pass
f = make(fromfile_prefix_chars="@", exit_on_error=False, usage="custom %(prog)s usage"); f.add_argument("--file", type=ap.FileType("r")); f.add_argument("--level", type=int, choices=range(3)); f.add_argument("names", nargs="+")
for argv in (["a", "--level", "1"], ["a", "--level", "9"], ["a", "--level", "z"], ["--file", "/no/such/file", "a"], ["@/no/such"], ["--bad"], []): run(f, *argv)
class Act(ap.Action):
    def __call__(self, parser, namespace, values, option_string=None): setattr(namespace, self.dest, (values, option_string)); 
class Fail(ap.Action):
    def __call__(self, parser, namespace, values, option_string=None): raise ap.ArgumentError(self, "on purpose")
c = make(formatter_class=ap.RawDescriptionHelpFormatter, description="raw\n  text"); c.add_argument("--act", action=Act); c.add_argument("--fail", action=Fail, nargs=0); c.register("type", "upper", str.upper); c.add_argument("--up", type="upper"); c.add_argument("--err", type=lambda s: (_ for _ in ()).throw(ap.ArgumentTypeError("type says no")))
for argv in (["--act", "v"], ["--fail"], ["--up", "q"], ["--err", "z"], ["-h"]): run(c, *argv)
for label, call in {"no name": lambda: c.add_argument(), "mixed": lambda: c.add_argument("a", "-b"), "conflict": lambda: c.add_argument("--act"), "nargs 0": lambda: c.add_argument("--q", nargs=0), "metavar": lambda: c.add_argument("--q2", nargs=3, metavar=("a", "b")), "unknown action": lambda: c.add_argument("--q3", action="zzz"), "type": lambda: c.add_argument("--q4", type=3), "dest": lambda: c.add_argument("pos", dest="d"), "required positional": lambda: c.add_argument("pos", required=True), "const": lambda: c.add_argument("--q5", action="store_true", const=1), "two subparsers": lambda: (s.add_subparsers()), "help type": lambda: c.add_argument("--q6", help="%(nope)s"), "bare dash": lambda: c.add_argument("-"), "choices int": lambda: c.add_argument("--q7", choices=5), "nested exclusive": lambda: c.add_mutually_exclusive_group(required=True).add_argument("pos")}.items():
    try: print(label, type(call()).__name__)
    except (Exception, SystemExit) as e: print(label, type(e).__name__, e)
n = ap.Namespace(a=1, b="x"); print(n, n == ap.Namespace(b="x", a=1), "a" in n, vars(n), ap.Namespace(**{"odd name": 1}), make().parse_args([], ap.Namespace(kept=1)), p.get_default("out"), p.set_defaults(out="new"), p.get_default("out"))
