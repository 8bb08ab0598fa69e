"""Compares interpreters on whole programs; see Scripts/cpython_compare.sh.

Runs are interleaved (each round runs every interpreter once), so that a change of the machine's mood hits all alike.
The figure is user CPU time of the whole process, start-up included; of N runs the median. A program that fails, times
out or prints something else than the reference on any interpreter is reported as such and is in no mean.
"""

import argparse
import datetime
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REFERENCE = "/usr/bin/python3.11"
# What only starts; compiled files are there after the first round, which is not counted.
STARTS = {
    "-S -c pass": ["-S", "-c", "pass"],
    "-c pass": ["-c", "pass"],
    "six imports": ["-c", "import json, re, collections, dataclasses, typing, datetime"],
}
START_ROUNDS = 25


class Run:
    """One process: what it printed, how it ended, what it took."""

    def __init__(self, command, script, measure, timeout, arguments=None):
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
        }
        environment.update(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
        with tempfile.NamedTemporaryFile() as report, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            subprocess.run(
                [measure, report.name, str(timeout), *command, *(arguments or [os.path.basename(script)])],
                cwd=os.path.dirname(os.path.abspath(script)), env=environment,
                stdin=subprocess.DEVNULL, stdout=out, stderr=err, check=False)
            fields = open(report.name).read().split()
            out.seek(0)
            err.seek(0)
            self.output = out.read()
            self.error = err.read().decode("utf-8", "replace")
        if len(fields) != 4:
            raise SystemExit(f"cpython_compare: {measure} did not report")
        self.status = int(fields[0])
        self.user = int(fields[1]) / 1e6
        self.system = int(fields[2]) / 1e6
        self.peak = int(fields[3])

    def problem(self):
        if self.status == 0:
            return None
        if self.status == -1:
            return "timed out"
        if self.status >= 1000:
            return f"killed by signal {self.status - 1000}"
        lines = self.error.strip().splitlines()
        return f"exit {self.status}: {lines[-1] if lines else ''}".rstrip(": ")


def measure_script(script, interpreters, rounds, measure, timeout):
    """The record of one script: per interpreter its figures or its problem."""
    runs = {name: [] for name in interpreters}
    problems = {}
    for _ in range(rounds):
        for name, command in interpreters.items():
            if name in problems:
                continue
            run = Run(command, script, measure, timeout)
            problem = run.problem()
            if problem is None and name != "cpython" and runs["cpython"] and run.output != runs["cpython"][0].output:
                problem = "other output"
            if problem is None and runs[name] and run.output != runs[name][0].output:
                problem = "output changes from run to run"
            if problem is not None:
                problems[name] = problem
            else:
                runs[name].append(run)
        if "cpython" in problems:
            break
    record = {"script": os.path.relpath(script, ROOT) if script.startswith(ROOT) else script, "results": {}}
    for name in interpreters:
        if name in problems:
            record["results"][name] = {"problem": problems[name]}
        elif not runs[name]:
            record["results"][name] = {"problem": "not run: the reference failed"}
        else:
            users = [run.user for run in runs[name]]
            record["results"][name] = {
                "user_seconds": statistics.median(users),
                "user_seconds_all": users,
                "system_seconds": statistics.median(run.system for run in runs[name]),
                "peak_kib": int(statistics.median(run.peak for run in runs[name])),
            }
    return record


def measure_starts(interpreters, measure, timeout):
    """Per way to start and interpreter: the median of user and system time together, and of peak memory."""
    found = {}
    for name, arguments in STARTS.items():
        runs = {interpreter: [] for interpreter in interpreters}
        for _ in range(START_ROUNDS + 1):
            for interpreter, command in interpreters.items():
                run = Run(command, ROOT, measure, timeout, arguments)
                if run.problem():
                    raise SystemExit(f"cpython_compare: {interpreter} {name}: {run.problem()}")
                runs[interpreter].append(run)
        found[name] = {
            interpreter: {
                "seconds": statistics.median(run.user + run.system for run in made[1:]),
                "peak_kib": int(statistics.median(run.peak for run in made[1:])),
            }
            for interpreter, made in runs.items()
        }
    return found


def print_starts(starts, others):
    print("starts (user and system time):")
    for name, results in starts.items():
        base = results["cpython"]
        cells = [f"{name:<24} {base['seconds'] * 1000:7.2f} ms {base['peak_kib'] / 1024:7.1f} M"]
        for other in others:
            ours = results[other]
            cells.append(f"{ours['seconds'] * 1000:7.2f} ms {ours['peak_kib'] / 1024:7.1f} M {ours['seconds'] / base['seconds']:7.2f}x the time")
        print("  ".join(cells))


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


def ratios(records, name, key):
    """Reference divided by `name`, for the scripts that both completed: above 1 is better than the reference."""
    found = []
    for record in records:
        ours, theirs = record["results"][name], record["results"]["cpython"]
        if "problem" not in ours and "problem" not in theirs:
            found.append(max(theirs[key], 1e-6) / max(ours[key], 1e-6))
    return found


def is_library(script):
    return os.path.basename(script).startswith("library_")


def groups(records):
    library = [record for record in records if is_library(record["script"])]
    language = [record for record in records if not is_library(record["script"])]
    return [("language", language), ("library", library)] if library and language else []


def row_text(record, others):
    base = record["results"]["cpython"]
    name = os.path.splitext(os.path.basename(record["script"]))[0]
    if "problem" in base:
        return f"{name:<24}  cpython: {base['problem']}"
    cells = [f"{name:<24} {base['user_seconds']:8.3f} s {base['peak_kib'] / 1024:7.1f} M"]
    for other in others:
        ours = record["results"][other]
        if "problem" in ours:
            cells.append(f"{other}: {ours['problem']}")
        else:
            cells.append(
                f"{ours['user_seconds']:8.3f} s {ours['peak_kib'] / 1024:7.1f} M "
                f"{base['user_seconds'] / max(ours['user_seconds'], 1e-6):7.2f}x")
    return "  ".join(cells)


def commit():
    def git(*arguments):
        return subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False).stdout.strip()

    dirty = "+" if git("status", "--porcelain", "--", "Sources", "Package.swift") else ""
    return (git("rev-parse", "--short", "HEAD") or "unknown") + dirty


def main():
    parser = argparse.ArgumentParser(prog="cpython_compare.sh", description=__doc__.splitlines()[0])
    parser.add_argument("--pyswift", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--measure", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--pypy", action="store_true", help="also run PyPy ($PYPY, or pypy3 on PATH)")
    parser.add_argument("-n", type=int, default=5, metavar="N", help="rounds (default 5)")
    parser.add_argument("--timeout", type=int, default=60, metavar="SECONDS")
    parser.add_argument("--no-write", action="store_true", help="write no file under Benchmarks/results")
    parser.add_argument("scripts", nargs="*", metavar="SCRIPT", help="a path, or a name in Benchmarks/scripts")
    options = parser.parse_args()

    folder = os.path.join(ROOT, "Benchmarks", "scripts")
    scripts = []
    for script in options.scripts or sorted(name for name in os.listdir(folder) if name.endswith(".py")):
        known = os.path.join(folder, script if script.endswith(".py") else script + ".py")
        path = script if os.path.exists(script) else known
        if not os.path.exists(path):
            parser.error(f"no such script: {script}")
        scripts.append(os.path.abspath(path))
    interpreters = {"cpython": [REFERENCE], "pyswift": [options.pyswift]}
    if options.pypy:
        pypy = os.environ.get("PYPY") or shutil.which("pypy3")
        if not pypy:
            parser.error("--pypy: no pypy3 on PATH (Debian: apt-get install pypy3), and PYPY is not set")
        interpreters["pypy"] = [pypy]

    others = [name for name in interpreters if name != "cpython"]
    print(f"{'script':<24} {'cpython':>21}" + "".join(f"  {name:>20} speed-up" for name in others))
    records = []
    # The modules of the library come last, as a group of their own.
    scripts.sort(key=is_library)
    for script in scripts:
        if is_library(script) and records and not is_library(records[-1]["script"]):
            print("library:")
        record = measure_script(script, interpreters, options.n, options.measure, options.timeout)
        records.append(record)
        print(row_text(record, others), flush=True)

    starts = {}
    if not options.scripts:
        starts = measure_starts(interpreters, options.measure, options.timeout)
        print_starts(starts, others)

    summary = {}
    for name in others:
        speed, memory = ratios(records, name, "user_seconds"), ratios(records, name, "peak_kib")
        summary[name] = {"counted": len(speed), "of": len(records)}
        if speed:
            summary[name].update(speed=geometric_mean(speed), memory=1 / geometric_mean(memory))
            print(f"{name}: {summary[name]['speed']:.2f}x the speed of CPython, {summary[name]['memory']:.2f}x its peak memory "
                  f"(geometric means of {len(speed)} of {len(records)} scripts)")
            for group, chosen in groups(records):
                if ratios(chosen, name, "user_seconds"):
                    summary[name][group] = geometric_mean(ratios(chosen, name, "user_seconds"))
                    print(f"    {group}: {summary[name][group]:.2f}x the speed")
        else:
            print(f"{name}: completed none of {len(records)} scripts")

    if not options.no_write:
        results = os.path.join(ROOT, "Benchmarks", "results")
        os.makedirs(results, exist_ok=True)
        path = os.path.join(results, f"{datetime.date.today().isoformat()}-{commit()}.json")
        with open(path, "w") as file:
            json.dump({
                "date": datetime.datetime.now().isoformat(timespec="seconds"), "commit": commit(), "rounds": options.n,
                "machine": f"{platform.machine()}, {os.cpu_count()} cores", "reference": platform.python_version(),
                "summary": summary, "starts": starts, "scripts": records}, file, indent=1)
            file.write("\n")
        print("written:", os.path.relpath(path))
    return 0 if all(summary[name]["counted"] == len(records) for name in others) else 1


if __name__ == "__main__":
    sys.exit(main())
