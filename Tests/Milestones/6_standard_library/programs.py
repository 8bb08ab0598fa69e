"""argparse, logging, unittest, doctest, traceback, inspect, ast, tokenize, warnings, optparse, getopt, cmd, pdb, cProfile, timeit, gettext, trace, importlib, pkgutil, runpy, zipimport, code, symtable, compileall."""
import argparse
import ast
import cmd
import code
import contextlib
import doctest
import getopt
import gettext
import importlib
import importlib.metadata
import importlib.resources
import importlib.util
import inspect
import io
import keyword
import logging
import logging.config
import logging.handlers
import optparse
import os
import pkgutil
import platform
import runpy
import symtable
import sys
import tempfile
import token
import tokenize
import traceback
import types
import unittest
import unittest.mock
import warnings
import zipfile

parser = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="End.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
parser.add_argument("files", nargs="+", type=str, help="files")
parser.add_argument("-v", "--verbose", action="count", default=0, help="louder")
parser.add_argument("--level", choices=["lo", "hi"], default="lo", metavar="L", help="level")
parser.add_argument("-n", type=int, default=3, help="number")
group = parser.add_mutually_exclusive_group()
group.add_argument("--on", action="store_true")
group.add_argument("--off", dest="on", action="store_false")
parser.add_argument("--pair", nargs=2, action="append", metavar=("A", "B"))
parser.add_argument("--color", action=argparse.BooleanOptionalAction)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
print(parser.format_help(), parser.parse_args(["a", "b", "-vv", "--level=hi", "-n4", "--pair", "1", "2", "--no-color"]),
    parser.parse_known_args(["x", "--zzz", "1"]))
for arguments in [[], ["a", "-n", "x"], ["a", "--level", "mid"], ["a", "--on", "--off"], ["a", "--ver"], ["a", "--zip"], ["a", "--pair", "1"],
    ["-h"]]:
    out = io.StringIO()
    with contextlib.redirect_stderr(out), contextlib.redirect_stdout(out):
        try: print(parser.parse_args(arguments))
        except SystemExit as error: print("exit", error.code)
    print(arguments, out.getvalue().splitlines()[-2:])
sub = argparse.ArgumentParser(prog="git")
commands = sub.add_subparsers(dest="command", required=True, title="commands")
add = commands.add_parser("add", aliases=["a"], help="adds")
add.add_argument("path", type=argparse.FileType("r"))
add.set_defaults(run=len)
commands.add_parser("rm", help="removes").add_argument("--force", "-f", action="store_true")
print(sub.parse_args(["rm", "-f"]), sub.format_usage(), add.format_help())
print(getopt.gnu_getopt(["-a", "x", "--long=3", "-b"], "ab", ["long="]))
o = optparse.OptionParser("usage: %prog [x]", prog="p")
o.add_option("-q", type="int", help="q")
print(o.parse_args(["-q", "3", "r"]), o.format_help())
stream = io.StringIO()
logging.config.dictConfig({"version": 1, "formatters": {"f": {"format": "%(levelname)-8s|%(name)s|%(funcName)s|%(message)s"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": stream}}, "loggers": {"app": {"handlers": ["h"], "level": "DEBUG", "propagate": False}}})
log = logging.getLogger("app.part")
log.info("hello %s %d", "you", 3)
log.debug("%(a)s", {"a": 1})
log.log(15, "custom")
logging.addLevelName(15, "FINE")
log.log(15, "named")
log.warning("extra", extra={"x": 1})
log.setLevel(logging.ERROR)
log.warning("hidden")
try: 1 / 0
except ZeroDivisionError: log.exception("caught")
memory = logging.handlers.MemoryHandler(10, target=logging.getLogger("app").handlers[0])
log.addHandler(memory)
log.error("buffered")
print(len(memory.buffer), log.isEnabledFor(10), log.getEffectiveLevel(), log.parent.name, logging.getLevelName(30))
memory.flush()
print(stream.getvalue())
logging.LoggerAdapter(log, {"k": 1}).critical("adapted")
log.addFilter(lambda r: "no" not in r.msg)
log.error("no entry")
print(stream.getvalue().splitlines()[-1], logging.Formatter("{message}!", style="{").format(logging.makeLogRecord({"msg": "m %s", "args": ("a",)})))


class Case(unittest.TestCase):
    """Some tests."""

    @classmethod
    def setUpClass(cls): cls.shared = []
    def setUp(self): self.addCleanup(self.shared.append, self.id().split(".")[-1])
    def test_equal(self): self.assertEqual([1, {"a": 2}], [1, {"a": 3}])
    def test_text(self): self.assertEqual("one\ntwo\n", "one\n2\n")
    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "lit"): int("x")
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_error(self): {}["k"]
    @unittest.skip("later")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertAlmostEqual(1, 1.1)
    def test_logs(self):
        with self.assertLogs("x", "INFO") as logs: logging.getLogger("x").info("m")
        self.assertCountEqual([1, 2], [2, 1])
        self.assertIsNone(None)
        self.assertDictEqual({}, {})
        self.assertMultiLineEqual("a", "a")
        self.assertEqual(logs.output, ["INFO:x:m"])
    def test_warns(self):
        with self.assertWarns(DeprecationWarning): warnings.warn("w", DeprecationWarning)
    def test_mock(self):
        m = unittest.mock.MagicMock(return_value=3, side_effect=[1, KeyError])
        m.a.b(2)
        self.assertEqual(m(5, k=1), 1)
        m.assert_called_once_with(5, k=1)
        self.assertRaises(KeyError, m)
        self.assertEqual(m.mock_calls[0], unittest.mock.call.a.b(2))
        with unittest.mock.patch("os.getcwd", return_value="/mock") as p, unittest.mock.patch.dict(os.environ,
            {"Q": "1"}): self.assertEqual(os.getcwd() + os.environ["Q"], "/mock1")
        m.assert_called_with(9)


class Async(unittest.IsolatedAsyncioTestCase):
    async def test_it(self): self.assertTrue(True)


import re
out = io.StringIO()
result = unittest.TextTestRunner(out,
    verbosity=2).run(unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(Case), unittest.defaultTestLoader.loadTestsFromTestCase(Async)]))
print(re.sub(r"in \d\.\d+s", "in 0s", out.getvalue()), result, sorted(Case.shared))


def documented(x):
    """
    >>> documented(2)
    4
    >>> documented("a")  # doctest: +ELLIPSIS
    'a...'
    >>> documented(None)
    Traceback (most recent call last):
    TypeError: nope
    """
    return x * 2


out = io.StringIO()
with contextlib.redirect_stdout(out): print(doctest.testmod(sys.modules["__main__"]))
print(out.getvalue())


def outer(a, /, b: int = 2, *args: "str", c, d=None, **kw) -> list:
    """Doc  of outer.

        indented
    """
    def inner(): raise KeyError(a)
    return inner


signature = inspect.signature(outer)
print(signature, signature.bind(1, c=3).arguments, [p.kind.description for p in signature.parameters.values()], inspect.getdoc(outer),
    inspect.getsource(documented).splitlines()[0], inspect.isfunction(outer), inspect.getmembers(types.SimpleNamespace(q=1), lambda v: v == 1),
    inspect.getfullargspec(outer).kwonlyargs, inspect.signature(len), inspect.getmro(bool), inspect.cleandoc("  a\n    b"),
    inspect.signature(Case.assertEqual).replace(parameters=[]), inspect.getclosurevars(outer(5, c=1)).nonlocals,
    inspect.getcallargs(outer, 1, c=2)["b"], inspect.unwrap(outer) is outer, inspect.currentframe().f_code.co_name,
    inspect.getattr_static(Case, "setUpClass").__class__.__name__)
for call in (lambda: signature.bind(), lambda: signature.bind(1, 2, 3, z=1), lambda: inspect.signature(3), lambda: inspect.getsource(len)):
    try: print(call())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
try:
    try: outer(1, c=2)()
    except KeyError as error: error.add_note("a note"); raise ValueError("chained") from error
except ValueError as error:
    print("".join(traceback.format_exception(error)), traceback.format_exception_only(error),
        [f.name for f in traceback.extract_tb(error.__traceback__)],
        "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format(chain=False)).count("\n") > 5)
tree = ast.parse("def f(x: int = 1) -> str:\n    return [i ** 2 for i in x if i] or f'{x!r:>{3}}'\nmatch a:\n    case {'k': [1, *r]}: pass\n")
print(ast.dump(tree.body[0], indent=1)[:400], ast.unparse(tree), ast.literal_eval("{'a': [1, (2.5, None)], 'b': b'x'}"),
    sorted({type(n).__name__ for n in ast.walk(tree)}))


class Double(ast.NodeTransformer):
    def visit_Constant(self, node): return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node


print(eval(compile(ast.fix_missing_locations(Double().visit(ast.parse("1 + 2 * 3", mode="eval"))), "<ast>", "eval")),
    [(token.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO("if x:\n  y = 'é' # c\n").readline)],
    tokenize.untokenize([(1, "a"), (54, "="), (2, "1")]), keyword.iskeyword("match"), keyword.softkwlist,
    symtable.symtable("def f(a):\n  global g\n  return a + b", "s", "exec").get_children()[0].get_globals())
with warnings.catch_warnings(record=True) as caught: warnings.simplefilter("always"); warnings.warn("first"); warnings.warn_explicit("second",
    DeprecationWarning, "file.py", 7); warnings.filterwarnings("ignore", "thi.*"); warnings.warn("third")
print([(w.category.__name__, str(w.message), w.lineno if w.filename == "file.py" else "") for w in caught],
    warnings.formatwarning("m", UserWarning, "f", 1, "src"))


class Shell(cmd.Cmd):
    prompt = "> "
    def do_add(self, line): "Adds numbers."; print(sum(map(int, line.split())))
    def do_quit(self, line): return True


Shell(stdin=io.StringIO("add 1 2\nhelp add\nnope\nquit\n"),
    stdout=sys.stdout).cmdloop() if False else [Shell().onecmd(line) for line in ("add 1 2", "help add", "help", "nope")]
console = code.InteractiveConsole({"v": 3})
err = io.StringIO()
with contextlib.redirect_stderr(err): print(console.push("def f():"), console.push("  return v"), console.push(""), console.push("print(f())"),
    console.push("1 +* 2"), console.push("1/0"))
print(err.getvalue())
import cProfile, pstats, timeit, trace, pdb
profile = cProfile.Profile()
profile.runcall(sorted, range(10), key=lambda v: -v)
stats = pstats.Stats(profile, stream=(s := io.StringIO())).strip_dirs()
print(stats.total_calls, sorted(k[2] for k in stats.stats), timeit.timeit("pass", number=10) >= 0)
tracer = trace.Trace(count=1, trace=0)
tracer.runfunc(documented, 1)
print([k[1] for k in tracer.results().counts if k[0].endswith("programs.py")])
debugger = pdb.Pdb(stdin=io.StringIO("n\np x\nc\n"), stdout=(s := io.StringIO()), nosigint=True)
debugger.use_rawinput = False
debugger.runcall(documented, 4)
print([l for l in s.getvalue().splitlines() if l.startswith("(Pdb)")])
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(f"{folder}/pkg/sub")
    open(f"{folder}/pkg/__init__.py", "w").write("__path__ = __import__('pkgutil').extend_path(__path__, __name__)\nfrom . import sub\nX = 1\n")
    open(f"{folder}/pkg/sub/__init__.py", "w").write("Y = 2")
    open(f"{folder}/pkg/data.txt", "w").write("resource")
    open(f"{folder}/pkg/__main__.py", "w").write("import sys; RESULT = __name__, __package__, len(sys.argv)")
    open(f"{folder}/script.py", "w").write("VALUE = [__name__, x]")
    sys.path.insert(0, folder)
    with zipfile.ZipFile(f"{folder}/z.zip", "w") as z: z.writestr("zmod.py", "def f(): return __file__[-6:]"); z.writestr("zpkg/__init__.py",
        ""); z.writestr("zpkg/t.txt", "zipped")
    sys.path.insert(0, f"{folder}/z.zip")
    import pkg, zmod
    print(pkg.sub.Y, zmod.f(), [m.name for m in pkgutil.iter_modules(pkg.__path__)],
        importlib.resources.files("pkg").joinpath("data.txt").read_text(), importlib.resources.files("zpkg").joinpath("t.txt").read_text(),
        runpy.run_path(f"{folder}/script.py", {"x": 9}, "named")["VALUE"], runpy.run_module("pkg", run_name="r")["RESULT"],
        importlib.util.find_spec("pkg.sub").submodule_search_locations[0].endswith("sub"), importlib.reload(pkg) is pkg,
        importlib.import_module(".sub", "pkg").Y, pkgutil.get_data("pkg", "data.txt"), pkgutil.resolve_name("pkg.sub:Y"))
    spec = importlib.util.spec_from_file_location("dyn", f"{folder}/script.py")
    module = importlib.util.module_from_spec(spec)
    module.x = 5
    spec.loader.exec_module(module)
    print(module.VALUE, importlib.util.find_spec("nope_x"), importlib.util.MAGIC_NUMBER[2:])
    for name in ("nope_x", "pkg.nope", "json.nope.deep", ".rel"):
        try: importlib.import_module(name)
        except (ImportError, TypeError) as error: print(type(error).__name__, error)
print(gettext.NullTranslations().ngettext("a", "b", 2), platform.python_implementation(), platform.python_version(), platform.system(),
    sys.version_info[:3], sys.implementation.cache_tag is not None)
