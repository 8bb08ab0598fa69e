# golden: packages=yes
"""pytest: a small suite (in _suite) is run in this process: assertion rewriting, fixtures, parametrisation, marks, plugins, reports."""
import io
import os
import re
import sys
import contextlib
import tempfile
import shutil
import pytest

folder = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True


class Plugin:
    def __init__(self):
        self.outcomes = []

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            self.outcomes.append(f"{report.nodeid.split('::', 1)[-1]} {report.when} {report.outcome}")

    def pytest_collection_modifyitems(self, items):
        print("collected", len(items))


def run(label, *arguments):
    print(f"=== {label}")
    plugin = Plugin()
    output = io.StringIO()
    with tempfile.TemporaryDirectory() as place, contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        suite = os.path.join(place, "suite")
        shutil.copytree(os.path.join(folder, "_suite"), suite)
        before = os.getcwd(), list(sys.path), set(sys.modules)
        os.chdir(suite)
        try:
            code = pytest.main(["-p", "no:cacheprovider", "--rootdir", suite, "--basetemp", os.path.join(place, "tmp"), *arguments], plugins=[plugin])
        finally:
            os.chdir(before[0])
            sys.path[:] = before[1]
            for name in set(sys.modules) - before[2]:
                if name.startswith(("test_", "conftest", "helper")):
                    del sys.modules[name]
    text = output.getvalue().replace(place, "<tmp>")
    text = re.sub(r"\b\d+\.\d+s\b", "0.00s", re.sub(r"=+", "=", re.sub(r"platform .*", "platform", re.sub(r"0x[0-9a-f]+", "0x0", text))))
    print(re.sub(r"(plugins|rootdir|configfile): .*", r"\1", text))
    print(code, *plugin.outcomes, sep="\n  ")


run("all", "-rA", "--tb=long", "test_values.py")
run("short", "--tb=short", "-q", "test_fixtures.py", "--setup-show")
run("selected", "-v", "-k", "square and not negative", "test_fixtures.py", "test_values.py")
run("marked", "-m", "slow", "-q", "--co")
run("classes", "-q", "-x", "test_classes.py", "--durations=0", "-vv")
run("doctest", "--doctest-modules", "helper.py", "-q")
run("errors", "-q", "broken_case.py")
run("none", "-q", "-k", "nothing_matches")
run("usage", "--no-such-option")
run("line", "--tb=line", "-q", "--maxfail=2", "test_values.py")
run("native", "--tb=native", "-q", "test_values.py::test_chain", "--showlocals", "-W", "error")
