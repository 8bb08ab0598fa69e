"""Random well-formed programs on pyswift and CPython, outputs compared. See program_generator.py and hot_program_generator.py for what
the programs are.

A program that differs is made smaller statement by statement and left in FOUND/programs/KIND-SEED.py with both outputs beside it.
"""

import argparse
import concurrent.futures
import os
import random
import re
import resource
import subprocess
import sys
import time
import warnings

from hot_program_generator import HOT_PRELUDE, HotGenerator
from program_generator import PRELUDE, Generator

REFERENCE = "/usr/bin/python3.11"
MEMORY_BYTES = 2 << 30
# What differs on purpose, cut out of both outputs: docs/differences.md.
NOISE = [(re.compile(rb" at 0x[0-9a-f]+"), b" at 0x"), (re.compile(rb"cell at .*?>"), b"cell>")]


# Kinds of programs: what writes them, and what each begins with.
KINDS = {"broad": (Generator, PRELUDE), "hot": (HotGenerator, HOT_PRELUDE)}


def limit():
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(interpreter, file, seconds):
    """Output and exit code as bytes; None when the time ran out."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    if "PYSWIFT_NATIVE" in os.environ:
        environment["PYSWIFT_NATIVE"] = os.environ["PYSWIFT_NATIVE"]
    try:
        done = subprocess.run([interpreter, "-S", "-X", "utf8", os.path.basename(file)], cwd=os.path.dirname(file), env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return None
    text = done.stdout + b"\n--- stderr ---\n" + done.stderr + b"\n--- exit ---\n" + str(done.returncode).encode() + b"\n"
    for pattern, replacement in NOISE:
        text = pattern.sub(replacement, text)
    return text


class Comparison:
    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder

    def outputs(self, source, name):
        file = os.path.join(self.folder, name)
        with open(file, "w", encoding="utf-8", errors="surrogatepass") as out:
            out.write(source)
        expected = run(REFERENCE, file, 10)
        # What runs out of time or memory on CPython says nothing.
        if expected is None or b"MemoryError" in expected or b"\n--- exit ---\n-" in expected:
            return None, None
        return expected, run(self.binary, file, 30)

    def differs(self, source, name):
        expected, actual = self.outputs(source, name)
        if expected is None or expected == actual:
            return False
        if actual is None or not self.is_order_of_sets(expected, actual):
            return True
        return False

    @staticmethod
    def is_order_of_sets(expected, actual):
        """Whether lines differ in order alone, where a set shows what is hashed by its address: functions, generators, None."""
        left, right = expected.split(b"\n"), actual.split(b"\n")
        return len(left) == len(right) and all(
            a == b or (b"{" in a and re.search(rb" at 0x|Ellipsis|None|NotImplemented|<class|Error\(", a) and sorted(a) == sorted(b))
            for a, b in zip(left, right))

    def reduced(self, source, name, prelude):
        """The program without what the difference does not need."""
        lines = source[len(prelude):].split("\n")
        size = max(len(lines) // 2, 1)
        deadline = time.monotonic() + 60
        while size >= 1 and time.monotonic() < deadline:
            index = 0
            while index < len(lines) and time.monotonic() < deadline:
                shorter = lines[:index] + lines[index + size:]
                candidate = prelude + "\n".join(shorter)
                try:
                    compile(candidate, name, "exec")
                    keeps = self.differs(candidate, name)
                except (SyntaxError, ValueError, RecursionError, MemoryError):
                    keeps = False
                if keeps:
                    lines = shorter
                else:
                    index += size
            size //= 2
        return prelude + "\n".join(lines)


def check(comparison, kind, seed, reduce):
    generator, prelude = KINDS[kind]
    source = generator(seed).program()
    name = f"{kind}-{seed}.py"
    if not comparison.differs(source, name):
        os.remove(os.path.join(comparison.folder, name))
        return None
    if reduce:
        source = comparison.reduced(source, name, prelude)
    expected, actual = comparison.outputs(source, name)
    for kind, text in ((".expected", expected), (".actual", actual or b"timed out")):
        with open(os.path.join(comparison.folder, name[:-3] + kind), "wb") as out:
            out.write(text or b"")
    return f"{kind} seed {seed}: outputs differ, see {os.path.join(comparison.folder, name)}"


def chosen(kind, seed):
    return list(KINDS)[seed % 2] if kind == "both" else kind


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--found", default="/tmp")
    parser.add_argument("--seed", type=int, help="the first seed; random without")
    parser.add_argument("--kind", choices=[*KINDS, "both"], default="both", help="both: in turn, by whether the seed is even")
    parser.add_argument("--count", type=int, default=0, help="programs; as many as the time allows without")
    parser.add_argument("--no-reduce", action="store_true")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    folder = os.path.join(os.path.abspath(options.found), "programs")
    os.makedirs(folder, exist_ok=True)
    comparison = Comparison(os.path.abspath(options.binary), folder)
    first = options.seed if options.seed is not None else random.randrange(10**9)
    deadline = time.monotonic() + options.seconds
    ran = failed = 0
    seeds = iter(range(first, first + (options.count or 10**9)))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        while time.monotonic() < deadline:
            batch = [seed for _, seed in zip(range(options.jobs * 8), seeds)]
            if not batch:
                break
            for problem in pool.map(lambda seed: check(comparison, chosen(options.kind, seed), seed, not options.no_reduce), batch):
                ran += 1
                if problem:
                    failed += 1
                    print(problem, flush=True)
    print(f"{ran} programs from seed {first}: {ran - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
