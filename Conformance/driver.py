"""Runs CPython's own test modules on an interpreter, one process a module, and compares with the recorded baseline.

A module's process reports each test as it goes (see runner.py). When it dies or hangs, the test it was in gets the status
crash or timeout and a new process goes on behind it. Every test that CPython passes must pass, but for those named in
expected/<module>.txt ("<test id><TAB><status>: <reason>"; "*" names all of the module). A named test that passes is an error as well, so
that the lists stay true.
"""

import argparse
import concurrent.futures
import csv
import gzip
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LOGS = os.path.join(ROOT, ".build", "conformance")
AREAS = ["language", "builtins", "objectmodel", "stdlib-core", "stdlib-io", "concurrency", "cpython-detail"]
SHORT_AREAS = AREAS[:3]
SHORT_SECONDS = 2.0
MOST_RESTARTS = 200
MEMORY_BYTES = 6 << 30


def read_baseline():
    """module -> row of cpython_baseline.tsv; module -> {test: status}."""
    with open(os.path.join(HERE, "baseline", "cpython_baseline.tsv"), newline="") as file:
        modules = {row["module"]: row for row in csv.DictReader(file, delimiter="\t")}
    tests = {}
    with gzip.open(os.path.join(HERE, "baseline", "cpython_tests.tsv.gz"), "rt", encoding="utf-8", newline="") as file:
        next(file)
        for line in file:
            module, test, status = line.rstrip("\n").split("\t")[:3]
            names = tests.setdefault(module, {})
            key, number = test, 1
            while key in names:
                number += 1
                key = f"{test}#{number}"
            names[key] = status
    return modules, tests


def read_expected(module):
    path = os.path.join(HERE, "expected", module + ".txt")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return dict((line.rstrip("\n").split("\t") + [""])[:2] for line in file if line.strip() and not line.startswith("#"))


class ModuleRun:
    """One module on one interpreter, however many processes it takes."""

    def __init__(self, interpreter, module, test_seconds, module_seconds):
        self.interpreter = interpreter
        self.module = module
        self.test_seconds = test_seconds
        self.deadline = time.monotonic() + module_seconds
        self.statuses = {}
        self.reasons = {}
        self.fixtures = []
        self.all = []
        self.problem = ""
        self.seconds = 0.0

    def run(self):
        started = time.monotonic()
        folder = tempfile.mkdtemp(prefix="conformance-")
        try:
            for _ in range(MOST_RESTARTS):
                if self.run_process(folder) or time.monotonic() > self.deadline:
                    break
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        self.seconds = time.monotonic() - started
        for key in self.all:
            if key not in self.statuses:
                self.statuses[key] = "fixture-skipped" if self.is_fixture_skip(key) else "not run"
        return self

    def is_fixture_skip(self, key):
        return any(word == "fixture-skipped" and (name in key or "setUpModule" in test) for word, test, name in self.fixtures)

    def run_process(self, folder):
        """True when the module came to its end, or never will."""
        known = len(self.statuses)
        report = os.path.join(folder, "report")
        done = os.path.join(folder, "done")
        open(report, "w").close()
        with open(done, "w", encoding="utf-8") as file:
            file.writelines(key + "\n" for key in self.statuses)
        scratch = tempfile.mkdtemp(dir=folder)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        with open(os.path.join(LOGS, self.module + ".log"), "ab") as log:
            process = subprocess.Popen(
                [self.interpreter, os.path.join(HERE, "runner.py"), self.module, report, done],
                cwd=scratch, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=prepare_child)
            hung = self.watch(process, report)
        ended, current = self.read(report)
        if ended:
            return True
        if current is None and len(self.statuses) > known:
            # Between two tests: what comes behind is worth another process.
            return False
        if current is None:
            self.problem = self.problem or ("hangs before its first test" if hung else f"ends before its first test ({describe(process.returncode)})")
            return True
        self.statuses[current] = "timeout" if hung else "crash"
        self.reasons[current] = "" if hung else describe(process.returncode)
        return False

    def watch(self, process, report):
        """Waits; True when the process had to be killed because no test ended for too long."""
        size, since = -1, time.monotonic()
        pause = 0.005
        while process.poll() is None:
            time.sleep(pause)
            pause = min(pause * 1.5, 0.2)
            now = time.monotonic()
            current = os.path.getsize(report)
            if current != size:
                size, since = current, now
            if now - since > self.test_seconds or now > self.deadline:
                end_group(process)
                return True
        end_group(process)
        return False

    def read(self, report):
        """(whether the module came to its end, the test that was running)."""
        current = None
        self.all = []
        ended = False
        with open(report, encoding="utf-8", errors="backslashreplace") as file:
            for line in file:
                word, key, reason = (line.rstrip("\n").split("\t") + ["", ""])[:3]
                if word == "all":
                    self.all.append(key)
                elif word == "start":
                    current = key
                elif word == "end":
                    ended = True
                elif word in ("import-error", "module-skipped"):
                    self.problem = f"{word}: {reason}"
                    ended = True
                elif word.startswith("fixture-"):
                    self.fixtures.append((word, key, key[key.find("(") + 1:].rstrip(")")))
                else:
                    self.statuses[key] = word
                    self.reasons[key] = reason
                    current = None
        return ended, current


def prepare_child():
    # A shell's background job ignores SIGINT, and so would the tests of it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def describe(code):
    return f"signal {-code}" if code < 0 else f"exit {code}"


def judge(run, baseline):
    """The tests that CPython passes, sorted into: passing, listed as not passing, newly failing, listed but passing."""
    expected = read_expected(run.module)
    passed, known, broken, fixed = [], [], [], []
    for test, status in baseline.items():
        if status != "ok":
            continue
        ours = run.statuses.get(test, "not found" if run.all else "not run")
        listed = test in expected or "*" in expected
        if ours == "ok":
            passed.append(test)
            if test in expected:
                fixed.append(test)
        else:
            (known if listed else broken).append((test, ours))
    if "*" in expected and passed:
        fixed.append("*")
    return passed, known, broken, fixed


def reason_of(run, test):
    """What the test said, short and without what changes from run to run."""
    text = " ".join(run.reasons.get(test, "").split())
    text = re.sub(r"0x[0-9a-f]{6,}", "0x...", text)
    text = text.replace(os.path.dirname(HERE), "...")
    text = re.sub(r"/tmp/[\w./-]+", "/tmp/...", text)
    return ": " + text[:120].rstrip() if text else ""


def write_expected(run, baseline):
    path = os.path.join(HERE, "expected", run.module + ".txt")
    passed, known, broken, _ = judge(run, baseline)
    failing = dict(known + broken)
    earlier = read_expected(run.module)
    if not failing:
        if os.path.exists(path):
            os.remove(path)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        if not passed:
            file.write(f"*\t{earlier.get('*') or run.problem or 'none passes'}\n")
        else:
            # A reason that somebody found stays as long as the test fails in the same way.
            for test, status in sorted(failing.items()):
                reason = earlier.get(test, "")
                file.write(f"{test}\t{reason if reason.startswith(status) else status + reason_of(run, test)}\n")


def update_results(rows):
    """Merges rows (module -> passed, seconds) into results.tsv and returns all of it."""
    path = os.path.join(HERE, "results.tsv")
    found = {}
    if os.path.exists(path):
        with open(path, newline="") as file:
            found = {row["module"]: row for row in csv.DictReader(file, delimiter="\t")}
    found.update(rows)
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, ["module", "passed", "seconds"], delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(found[module] for module in sorted(found))
    return found


def write_table(modules, tests, results):
    lines = [
        "# CPython's own tests", "",
        "Tests of Debian's `libpython3.11-testsuite` that CPython 3.11.2 passes, and how many of them pyswift passes.",
        "Written by `Conformance/run.sh --all --update`; [run.sh](run.sh) says how to run one module. `expected/` names each test",
        "that does not pass yet; the run fails when another one fails, and when one of these passes.", "",
        "| area | modules run | CPython passes | pyswift passes | share |", "|---|---:|---:|---:|---:|",
    ]
    sums = [0, 0, 0, 0]
    for area in AREAS:
        names = [name for name, row in modules.items() if row["area"] == area and name in tests]
        wanted = sum(list(tests[name].values()).count("ok") for name in names)
        ran = sum(name in results for name in names)
        passed = sum(int(results[name]["passed"]) for name in names if name in results)
        lines.append(f"| {area} | {ran} of {len(names)} | {wanted:,} | {passed:,} | {100 * passed / max(wanted, 1):.1f} % |")
        sums = [a + b for a, b in zip(sums, (ran, len(names), wanted, passed))]
    lines.append(f"| **all** | {sums[0]} of {sums[1]} | {sums[2]:,} | {sums[3]:,} | {100 * sums[3] / max(sums[2], 1):.1f} % |")
    for area in AREAS:
        lines += ["", f"## {area}", "", "| module | CPython passes | pyswift passes | share |", "|---|---:|---:|---:|"]
        for name in sorted(name for name, row in modules.items() if row["area"] == area and name in tests):
            wanted = list(tests[name].values()).count("ok")
            if name in results and wanted:
                passed = int(results[name]["passed"])
                lines.append(f"| {name} | {wanted:,} | {passed:,} | {100 * passed / wanted:.0f} % |")
            elif wanted:
                lines.append(f"| {name} | {wanted:,} | not run | |")
    with open(os.path.join(HERE, "README.md"), "w") as file:
        file.write("\n".join(lines) + "\n")


def choose(options, modules, tests, parser):
    if options.all:
        return [name for name in modules if name in tests]
    if options.area:
        return [name for name, row in modules.items() if name in tests and row["area"] in options.area]
    if options.short:
        return [name for name, row in modules.items()
                if name in tests and row["area"] in SHORT_AREAS and float(row["seconds"] or 0) <= SHORT_SECONDS]
    for name in options.modules:
        if name not in tests:
            parser.error(f"{name}: the baseline has no such module, or no test of it")
    return options.modules


def main():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interpreter", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--all", action="store_true", help="every module")
    parser.add_argument("--short", action="store_true", help=f"modules of {', '.join(SHORT_AREAS)} that take CPython {SHORT_SECONDS:g} s at most")
    parser.add_argument("--update", action="store_true", help="rewrite expected/, results.tsv and README.md from this run")
    parser.add_argument("-j", "--jobs", type=int, default=min(os.cpu_count() or 1, 8), help="modules at a time (default: one a core)")
    parser.add_argument("-t", "--test-seconds", type=float, default=60, help="limit for one test (default 60)")
    parser.add_argument("--module-seconds", type=float, default=900, help="limit for a module (default 900)")
    parser.add_argument("-v", "--verbose", action="store_true", help="name also the failures that are expected, with reasons")
    parser.add_argument("--area", action="append", choices=AREAS, help="every module of this area; may be repeated")
    parser.add_argument("modules", nargs="*", metavar="test_MODULE")
    options = parser.parse_args()
    modules, tests = read_baseline()
    chosen = choose(options, modules, tests, parser)
    if not chosen:
        parser.error("name modules, or --short, --area or --all")
    os.makedirs(LOGS, exist_ok=True)
    for name in chosen:
        open(os.path.join(LOGS, name + ".log"), "w").close()

    rows, total, passing, wrong = {}, 0, 0, 0
    print(f"{'module':<28}{'CPython':>8}{'passed':>8}{'known':>7}{'NEW':>6}{'fixed':>6}{'seconds':>9}")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = pool.map(
            lambda name: ModuleRun(options.interpreter, name, options.test_seconds, options.module_seconds).run(), chosen)
        for run in runs:
            passed, known, broken, fixed = judge(run, tests[run.module])
            wanted = len(passed) + len(known) + len(broken)
            print(f"{run.module:<28}{wanted:>8}{len(passed):>8}{len(known):>7}{len(broken):>6}{len(fixed):>6}{run.seconds:>9.2f}"
                  + (f"  {run.problem}" if run.problem else ""), flush=True)
            for test, status in broken + (known if options.verbose else []):
                if run.all or options.verbose:
                    print(f"    {status}: {test}  {run.reasons.get(test, '')}"[:240])
            for test in fixed:
                print(f"    passes now, take it out of expected/{run.module}.txt: {test}")
            total += wanted
            passing += len(passed)
            wrong += len(broken) + len(fixed)
            rows[run.module] = {"module": run.module, "passed": len(passed), "seconds": f"{run.seconds:.2f}"}
            if options.update:
                write_expected(run, tests[run.module])
    if options.update:
        write_table(modules, tests, update_results(rows))
    print(f"{passing} of {total} tests that CPython passes; {wrong} unlike expected/")
    return 1 if wrong and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
