"""Golden scripts: runs each Tests/Golden/<feature>/<name>.py and compares with <name>.txt, records the .txt from CPython, or compares times.

A run: `INTERPRETER -X utf8 <flags> <name>.py <args>`, in the folder of the script, with PYTHONHASHSEED=0 and
PYTHONDONTWRITEBYTECODE=1, nothing else of the caller's PYTHON* variables, and an empty stdin.
The .txt is stdout; where there was anything on stderr, or the exit code is not 0, both follow under headings.
The folder's own path is taken out of the output, so that tracebacks show bare file names, and " at 0x<address>" loses
its digits.

First-line directives, `# golden: key=value ...` (a value with blanks in double quotes, \\n and \\t in it are understood):
  args=a,b          command line          record-args=a,b   command line when recording: for depths that CPython cannot
  flags=-O,-Wd      interpreter options   stdin=TEXT        standard input          hashseed=N
  timeout=N         seconds in release    record=no         the .txt is kept by hand
  packages=yes      the wheels that Scripts/packages.sh installs can be imported; what is compiled is kept in .build/packages/cache
Files whose names begin with an underscore, and folders, are helpers of the scripts beside them.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import resource
import signal
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REFERENCE = "/usr/bin/python3.11"
PACKAGES = os.path.join(ROOT, ".build", "packages")
TIMEOUT_SECONDS = 10
DEBUG_FACTOR = 6
MEMORY_BYTES = 6 << 30


class Golden:
    """One script with its directives and recorded output."""

    def __init__(self, root, feature, name):
        self.name = f"{feature}/{name}"
        self.feature = feature
        self.folder = os.path.join(root, feature)
        self.file = name + ".py"
        self.record_path = os.path.join(self.folder, name + ".txt")
        with open(os.path.join(self.folder, self.file), "rb") as source:
            first = source.readline().decode("utf-8", "replace")
        self.directives = parse_directives(first)

    def listed(self, key):
        return [item for item in self.directives.get(key, "").split(",") if item]

    def run(self, interpreter, seconds, recording=False):
        """The bytes to compare or record; raises subprocess.TimeoutExpired."""
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8",
            "PYTHONHASHSEED": self.directives.get("hashseed", "0"), "PYTHONDONTWRITEBYTECODE": "1",
        }
        if "PYSWIFT_NATIVE" in os.environ:
            # After how many rounds loops and functions are compiled to machine code.
            environment["PYSWIFT_NATIVE"] = os.environ["PYSWIFT_NATIVE"]
        if "packages" in self.directives:
            environment.update(PYTHONPATH=os.path.join(PACKAGES, "site"), PYTHONPYCACHEPREFIX=os.path.join(PACKAGES, "cache"))
            del environment["PYTHONDONTWRITEBYTECODE"]
        environment.update((name, os.environ[name]) for name in ("ASAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ)
        arguments = self.listed("args")
        if recording and "record-args" in self.directives:
            arguments = self.listed("record-args")
        process = subprocess.Popen(
            [interpreter, "-X", "utf8", *self.listed("flags"), self.file, *arguments],
            cwd=self.folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True, preexec_fn=None if "ASAN_OPTIONS" in environment else limit)
        try:
            out, err = process.communicate(self.directives.get("stdin", "").encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        text = out
        if err or process.returncode != 0:
            text += b"\n--- stderr ---\n" + err + b"\n--- exit ---\n" + str(process.returncode).encode() + b"\n"
        if "packages" in self.directives:
            text = text.replace(PACKAGES.encode() + b"/site/", b"")
        return re.sub(rb" at 0x[0-9a-f]{6,}", b" at 0x...", text.replace(self.folder.encode() + b"/", b""))


def limit():
    # Not under AddressSanitizer, whose shadow memory is private and writable as well.
    # RLIMIT_DATA counts what is writable and private, so reserving address space stays free, as it should.
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def parse_directives(line):
    if not line.startswith("# golden:"):
        return {}
    found = {}
    for key, quoted, plain in re.findall(r'([a-z-]+)=(?:"([^"]*)"|(\S*))', line):
        found[key] = (quoted or plain).replace("\\n", "\n").replace("\\t", "\t")
    return found


def discover(root, patterns):
    """The goldens under `root`: all, or those of the given features and feature/names."""
    found = []
    for feature in sorted(os.listdir(root), key=feature_order):
        folder = os.path.join(root, feature)
        if not os.path.isdir(folder):
            continue
        for file in sorted(os.listdir(folder)):
            if file.endswith(".py") and not file.startswith("_"):
                found.append((feature, file[:-3]))
    wanted = [pattern.removesuffix(".py").removesuffix(".txt").rstrip("/") for pattern in patterns]
    for pattern in wanted:
        if not any(pattern in (feature, f"{feature}/{name}", name) for feature, name in found):
            raise SystemExit(f"golden: nothing is called {pattern}")
    return [
        Golden(root, feature, name) for feature, name in found
        if not wanted or any(pattern in (feature, f"{feature}/{name}", name) for pattern in wanted)
    ]


def feature_order(feature):
    return (feature != "basics", feature)


def record(goldens, only_new):
    changed = 0
    failed = 0
    for golden in goldens:
        if golden.directives.get("record") == "no" or (only_new and os.path.exists(golden.record_path)):
            continue
        try:
            text = golden.run(REFERENCE, TIMEOUT_SECONDS * 3, recording=True)
        except subprocess.TimeoutExpired:
            print(f"{golden.name}: timed out, not recorded")
            failed += 1
            continue
        old = open(golden.record_path, "rb").read() if os.path.exists(golden.record_path) else None
        if old != text:
            changed += 1
            with open(golden.record_path, "wb") as file:
                file.write(text)
    print(f"{len(goldens)} goldens, {changed} records written")
    return 1 if failed else 0


def check(golden, interpreter, seconds):
    """None, or what is wrong, as text."""
    if not os.path.exists(golden.record_path):
        return "no recorded output"
    expected = open(golden.record_path, "rb").read()
    try:
        actual = golden.run(interpreter, seconds)
    except subprocess.TimeoutExpired:
        return f"timed out after {seconds} s"
    if actual == expected:
        return None
    lines = difflib.unified_diff(
        expected.decode("utf-8", "backslashreplace").splitlines(), actual.decode("utf-8", "backslashreplace").splitlines(),
        "recorded", "printed", n=2, lineterm="")
    return "\n".join(lines) or "differs in line ends only"


def read_pending(root):
    path = os.path.join(root, "pending.txt")
    if not os.path.exists(path):
        return set()
    with open(path) as file:
        return {line.strip() for line in file if line.strip() and not line.startswith("#")}


def write_pending(root, names):
    path = os.path.join(root, "pending.txt")
    with open(path, "w") as file:
        file.write("# Goldens that pyswift does not pass yet. One that passes must leave the list.\n")
        file.writelines(name + "\n" for name in sorted(names))


def run(options, root, goldens):
    binary = options.binary or os.environ.get("PYSWIFT") or default_binary()
    if not os.access(binary, os.X_OK):
        raise SystemExit(f"golden: no executable at {binary}")
    binary = os.path.abspath(binary)
    seconds = options.timeout or TIMEOUT_SECONDS * (DEBUG_FACTOR if "/debug/" in os.path.realpath(binary) else 1)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        problems = list(pool.map(
            lambda golden: check(golden, binary, max(seconds, int(golden.directives.get("timeout", 0)))), goldens))

    pending = read_pending(root)
    counts = {}
    failed, now_passing = [], []
    for golden, problem in zip(goldens, problems):
        passed, total = counts.get(golden.feature, (0, 0))
        counts[golden.feature] = (passed + (problem is None), total + 1)
        if problem is not None:
            failed.append(golden.name)
            if options.verbose:
                print(f"FAIL {golden.name}\n{clip(problem, options.lines)}\n")
        elif golden.name in pending:
            now_passing.append(golden.name)
    for feature, (passed, total) in counts.items():
        mark = "" if passed == total else f"   {total - passed} failed"
        names = [name.split("/", 1)[1] for name in failed if name.startswith(feature + "/")]
        print(f"{feature:<22} {passed:>4}/{total:<4}{mark}" + (": " + " ".join(names) if names and not options.quiet else ""))
    new = [name for name in failed if name not in pending]
    if options.update_pending:
        ran = {golden.name for golden in goldens}
        write_pending(root, (pending - ran) | set(failed))
    elif pending:
        print(f"pending: {len(failed) - len(new)}; not in pending.txt: {len(new)}; listed but passing: {len(now_passing)}")
    print(f"{len(goldens) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def compare_times(options, goldens):
    """User time of each script beside CPython's, the least of the rounds; the first run of each, which fills caches, is not counted."""
    binary = os.path.abspath(options.binary or os.environ.get("PYSWIFT") or default_binary())
    print(f"{'':<34} {'CPython':>8} {'pyswift':>8}  ratio")
    for golden in goldens:
        times = []
        for interpreter in (REFERENCE, binary):
            taken = []
            for _ in range(options.rounds + 1):
                before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
                golden.run(interpreter, 120)
                taken.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
            times.append(min(taken[1:]))
        print(f"{golden.name:<34} {times[0]:8.2f} {times[1]:8.2f}  {times[0] / max(times[1], 0.001):.2f}x", flush=True)
    return 0


def clip(text, lines):
    parts = text.splitlines()
    return text if len(parts) <= lines else "\n".join(parts[:lines]) + f"\n... {len(parts) - lines} more lines"


def default_binary():
    found = [os.path.join(ROOT, ".build", build, "pyswift") for build in ("release", "debug")]
    return next((path for path in found if os.path.exists(path)), found[0])


def main():
    parser = argparse.ArgumentParser(prog="golden", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["run", "record", "time"])
    parser.add_argument("--root", default=os.path.join(ROOT, "Tests", "Golden"), help="default Tests/Golden")
    parser.add_argument("-b", "--binary", help="default $PYSWIFT, else the release build, else the debug build")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("-v", "--verbose", action="store_true", help="show the differences")
    parser.add_argument("-q", "--quiet", action="store_true", help="counts only, no names")
    parser.add_argument("--lines", type=int, default=30, help="lines of each difference (default 30)")
    parser.add_argument("--timeout", type=int, help="seconds for each script")
    parser.add_argument("--update-pending", action="store_true", help="write the failures into pending.txt")
    parser.add_argument("--rounds", type=int, default=3, help="time: runs of each that count (default 3)")
    parser.add_argument("--new", action="store_true", help="record: only scripts without a record")
    parser.add_argument("--skip", action="append", default=[], metavar="FEATURE/NAME", help="leave a script out; may be repeated")
    parser.add_argument("names", nargs="*", metavar="FEATURE[/NAME]")
    options = parser.parse_intermixed_args()
    root = os.path.abspath(options.root)
    goldens = [golden for golden in discover(root, options.names) if golden.name not in options.skip]
    if options.mode == "record":
        return record(goldens, options.new)
    return compare_times(options, goldens) if options.mode == "time" else run(options, root, goldens)


if __name__ == "__main__":
    sys.exit(main())
