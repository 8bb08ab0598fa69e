"""Runs one of CPython's test modules and reports each test as it goes, so that a crash or a hang names its culprit.

    runner.py MODULE REPORT [DONE]

Appends lines to REPORT, unbuffered: "all<TAB>key" for every test first, then "start<TAB>key" and "<status><TAB>key<TAB>reason".
A key is the test's id, with "#2" and so on for the later ones of the same id. Tests whose keys stand in the file DONE are left out.
"""

import sys
import unittest


class Report(unittest.TestResult):
    """Writes every outcome at once; failures of subtests count for their test."""

    def __init__(self, file, keys):
        super().__init__()
        self.file = file
        self.keys = keys
        self.outcome = None

    def line(self, word, test, reason=""):
        key = self.keys.get(id(test)) or test.id()
        text = " ".join(str(reason).split())[:300]
        self.file.write(f"{word}\t{key}\t{text}\n".encode("utf-8", "backslashreplace"))

    def startTest(self, test):
        super().startTest(test)
        self.outcome = None
        self.line("start", test)

    def stopTest(self, test):
        super().stopTest(test)
        word, reason = self.outcome or ("ok", "")
        self.line(word, test, reason)

    def settle(self, test, word, reason, running=True):
        # A fixture's failure comes outside of any test, under an id such as "setUpClass (test.test_x.Class)".
        if id(test) not in self.keys and not isinstance(test, unittest.TestCase):
            self.line("fixture-" + word, test, reason)
        elif self.outcome is None or self.outcome[0] in ("ok", "skipped"):
            self.outcome = (word, reason)

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self.settle(test, "ERROR", f"{err[0].__name__}: {err[1]}")

    def addFailure(self, test, err):
        self.settle(test, "FAIL", f"{err[0].__name__}: {err[1]}")

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase) and id(test) not in self.keys:
            return  # a subtest
        self.settle(test, "skipped", reason)

    def addExpectedFailure(self, test, err):
        self.settle(test, "xfail", err[0].__name__)

    def addUnexpectedSuccess(self, test):
        self.settle(test, "FAIL", "unexpected success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            word = "FAIL" if issubclass(err[0], test.failureException) else "ERROR"
            self.settle(test, word, f"{subtest._subDescription()} {err[0].__name__}: {err[1]}")


def flatten(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from flatten(item)
        else:
            yield item


def main(module, report, done_path=None):
    done = set()
    if done_path:
        with open(done_path, encoding="utf-8", errors="backslashreplace") as file:
            done.update(line.rstrip("\n") for line in file)
    with open(report, "ab", buffering=0) as file:
        try:
            __import__("test." + module)
        except unittest.SkipTest as skip:
            file.write(f"module-skipped\t{module}\t{skip}\n".encode("utf-8", "backslashreplace"))
            return
        except BaseException as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            file.write(f"import-error\t{module}\t{text}\n".encode("utf-8", "backslashreplace"))
            raise
        run = Run(file, done)
        if module in BY_TEST_MAIN:
            run_test_main(module, run)
        else:
            run(unittest.defaultTestLoader.loadTestsFromName("test." + module))
        file.write(b"end\t\t\n")


# Modules whose tests are complete only through their own test_main().
BY_TEST_MAIN = {"test_decimal", "test_pep646_syntax", "test_xml_etree", "test_xml_etree_c"}


class Run:
    """Runs suites, leaving out what is done already."""

    def __init__(self, file, done):
        self.file = file
        self.done = done
        self.seen = {}
        self.alive = []

    def __call__(self, suite):
        tests = list(flatten(suite))
        # Suites drop their tests as they run them; the keys go by identity, so all must stay alive.
        self.alive.append(tests)
        keys = {}
        for test in tests:
            name = test.id()
            self.seen[name] = self.seen.get(name, 0) + 1
            keys[id(test)] = name if self.seen[name] == 1 else f"{name}#{self.seen[name]}"
        for key in keys.values():
            self.file.write(f"all\t{key}\t\n".encode("utf-8", "backslashreplace"))
        left = [test for test in tests if keys[id(test)] not in self.done]
        # Suites of suites, as the loader makes them: some tests look at how deep the stack is.
        unittest.TestSuite([unittest.TestSuite([unittest.TestSuite(left)])]).run(Report(self.file, keys))


def run_test_main(module, run):
    """Calls the module's test_main with the helpers that it runs tests by replaced by ours."""
    import doctest
    from test import support

    target = sys.modules["test." + module]

    def run_unittest(*parts):
        suite = unittest.TestSuite()
        for part in parts:
            if isinstance(part, str):
                suite.addTest(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[part]))
            elif isinstance(part, type):
                suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(part))
            else:
                suite.addTest(part)
        run(suite)

    def run_doctest(tested, verbosity=None, optionflags=0):
        run(doctest.DocTestSuite(tested, optionflags=optionflags))
        return 0, 0

    for place in {support, target, *(value for name, value in sys.modules.items() if name in ("test.test_xml_etree",))}:
        for name, replacement in (("run_unittest", run_unittest), ("run_doctest", run_doctest)):
            if hasattr(place, name):
                setattr(place, name, replacement)
    target.test_main()


if __name__ == "__main__":
    main(*sys.argv[1:])
