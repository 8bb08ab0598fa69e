"""Mutated sources given to compile() on pyswift and CPython: both must accept, or both refuse with the same message and place.

The sources are pieces of the golden scripts and of the grammar's own test, cut, doubled and mixed at token boundaries. Both interpreters read the
same file of sources and print one line a source. Differences are left in FOUND/syntax-differences.txt.
"""

import argparse
import glob
import os
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REFERENCE = "/usr/bin/python3.11"
TOKEN = re.compile(r"\s+|\w+|\"\"\"|'''|[^\w\s]")
WORDS = """and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return
try while with yield match case _ None True False print ( ) [ ] { } : , . ; = == != <= >= < > + - * / // ** % @ & | ^ ~ -> := += ... ' " ''' \"\"\" f' f\" b' rb' 1 0x1 1.5 1e5 1j
0777 1_0 x y self \\ \n \t # * **""".split(" ") + ["\n", "\n    ", "    ", "\t", "f'{x}'", "f'{x!r:>{y}}'", "{x}", "!r", "*args", "**kw", "\n\n", "'", '"']
# Runs inside both interpreters.
HARNESS = r'''
import sys, posix
def read(path):
    descriptor = posix.open(path, posix.O_RDONLY)
    parts = []
    while part := posix.read(descriptor, 1 << 16): parts.append(part)
    return b"".join(parts)
try:
    import _warnings
    _warnings.filters.insert(0, ("ignore", None, Warning, None, 0)); _warnings._filters_mutated()
except Exception: pass
for number, source in enumerate(read(sys.argv[1]).split(b"\xff\n")):
    try:
        compile(source, "f", "exec")
        line = "ok"
    except SyntaxError as error:
        line = f"{type(error).__name__} {error.msg} {error.lineno} {error.offset} {error.end_lineno} {error.end_offset} {error.text!r}"
    except BaseException as error:
        line = f"{type(error).__name__} {error}"
    print(number, line.encode("unicode_escape").decode(), flush=True)
'''


def pieces():
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "Tests", "Golden", "*", "*.py"))):
        with open(path, "rb") as file:
            try:
                text = file.read().decode("utf-8")
            except UnicodeDecodeError:
                continue
        lines = text.split("\n")
        for start in range(0, len(lines), 8):
            found.append("\n".join(lines[start:start + 8]) + "\n")
    return found


def mutated(source, corpus, r):
    tokens = TOKEN.findall(source)
    for _ in range(r.choice([1, 1, 1, 2, 3, 5])):
        if not tokens:
            tokens = TOKEN.findall(r.choice(corpus))
        at = r.randrange(len(tokens))
        kind = r.randrange(7)
        if kind == 0:
            del tokens[at:at + r.choice([1, 1, 2, 4])]
        elif kind == 1:
            tokens.insert(at, r.choice(WORDS))
        elif kind == 2:
            tokens[at] = r.choice(WORDS)
        elif kind == 3:
            tokens.insert(at, tokens[r.randrange(len(tokens))])
        elif kind == 4:
            other = TOKEN.findall(r.choice(corpus))
            start = r.randrange(max(len(other), 1))
            tokens[at:at] = other[start:start + r.randrange(1, 10)]
        elif kind == 5:
            tokens = tokens[:at]
        else:
            other = r.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
    return "".join(tokens)


def answers(interpreter, harness, file, seconds):
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
    done = subprocess.run([interpreter, "-S", "-X", "utf8", harness, file], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=seconds)
    return dict(line.split(" ", 1) for line in done.stdout.decode().splitlines()), done


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--found", default="/tmp")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int, default=0)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(10**9)
    r = random.Random(seed)
    corpus = pieces()
    deadline = time.monotonic() + options.seconds
    ran = failed = 0
    os.makedirs(options.found, exist_ok=True)
    report = open(os.path.join(options.found, "syntax-differences.txt"), "w")
    with tempfile.TemporaryDirectory() as folder:
        harness = os.path.join(folder, "harness.py")
        with open(harness, "w") as file:
            file.write(HARNESS)
        while time.monotonic() < deadline and (not options.count or ran < options.count):
            sources = [mutated(r.choice(corpus), corpus, r).replace("\xff", "") for _ in range(500)]
            batch = os.path.join(folder, "batch")
            with open(batch, "wb") as file:
                file.write(b"\xff\n".join(source.encode("utf-8", "surrogatepass") for source in sources))
            expected, _ = answers(REFERENCE, harness, batch, 300)
            actual, done = answers(options.binary, harness, batch, 300)
            if done.returncode != 0:
                print(f"pyswift ended with {done.returncode} behind source {len(actual)}: {done.stderr[-300:]}")
            for number, source in enumerate(sources):
                ran += 1
                if expected.get(str(number)) != actual.get(str(number)):
                    failed += 1
                    report.write(f"{'=' * 60}\n{source}\n--- CPython: {expected.get(str(number))}\n--- pyswift: {actual.get(str(number))}\n")
                    report.flush()
    print(f"{ran} sources from seed {seed}: {ran - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
