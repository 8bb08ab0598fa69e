"""Checks that the interpreter's hot code stays clean.

1. The loop holds no call to Swift's reference counting, exclusivity checks or object allocation: the release binary is disassembled.
   Nor does a throwing function end in a tail call that loses its error register.
2. Each operation costs no more instructions than recorded: the scripts of Benchmarks/micro run under callgrind with two sizes, and the
   difference divided by the difference in size is the cost of one round of their loop, exact and repeatable.

    hot_code.py BINARY [--record]
"""

import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MICRO = os.path.join(ROOT, "Benchmarks", "micro")
RECORD = os.path.join(MICRO, "instructions.json")
BANNED = re.compile(r"\b(swift_retain|swift_release|swift_beginAccess|swift_allocObject|swift_bridgeObject\w+|swift_once)\b")
TAIL = re.compile(r"\bjmp\s.*<(memcpy|memmove|memset)@plt>")
# Mangled names of what must be clean: the loop itself.
HOT = [re.compile(r"^\$s7Runtime11InterpreterO3run7raising")]
SMALL, LARGE = 2_000, 12_000
TOLERANCE = 1.05


def banned_calls(binary):
    listing = subprocess.run(
        ["objdump", "-d", "--no-show-raw-insn", binary], capture_output=True, text=True, check=True
    ).stdout
    found, name, seen, hot = [], "", False, False
    for line in listing.splitlines():
        head = re.match(r"^[0-9a-f]+ <(.+)>:$", line)
        if head:
            name = head.group(1)
            hot = any(pattern.match(name) for pattern in HOT)
            seen = seen or hot
        elif "YK" in name and TAIL.search(line):
            # See Sources/Runtime/Memory/MemoryFunctions.swift.
            found.append(f"{name}: a throwing function ends in {line.split()[-1]}")
        elif hot and "call" in line and BANNED.search(line):
            found.append(f"{name}: {line.strip()}")
    if not seen:
        found.append("the interpreter loop was not found in the binary")
    return found


def instructions(binary, script, rounds):
    """Instructions that the whole process executes, by callgrind."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", binary, "-S", "-E", script, str(rounds)],
            capture_output=True, text=True, env=environment,
        )
        if run.returncode != 0:
            raise SystemExit(f"{script} failed:\n{run.stdout}{run.stderr}")
        return int(re.search(r"refs:\s+([\d,]+)", run.stderr).group(1).replace(",", ""))


def costs(binary):
    # callgrind of Debian 12 cannot read this compiler's debug information: it gets a copy without.
    with tempfile.TemporaryDirectory() as folder:
        stripped = os.path.join(folder, "pyswift")
        subprocess.run(["objcopy", "--strip-debug", binary, stripped], check=True)
        result = {}
        for name in sorted(os.listdir(MICRO)):
            if name.endswith(".py"):
                script = os.path.join(MICRO, name)
                difference = instructions(stripped, script, LARGE) - instructions(stripped, script, SMALL)
                result[name[:-3]] = round(difference / (LARGE - SMALL), 1)
        return result


def main():
    binary = sys.argv[1]
    failures = banned_calls(binary)
    measured = costs(binary)
    if "--record" in sys.argv:
        with open(RECORD, "w") as file:
            json.dump(measured, file, indent=4, sort_keys=True)
            file.write("\n")
    recorded = json.load(open(RECORD)) if os.path.exists(RECORD) else {}
    for name, cost in measured.items():
        limit = recorded.get(name)
        if limit is None:
            failures.append(f"{name}: {cost} instructions a round, nothing recorded")
        elif cost > limit * TOLERANCE + 1:
            failures.append(f"{name}: {cost} instructions a round, {limit} recorded")
        else:
            print(f"{name:28}{cost:10.1f}{limit:10.1f}")
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(measured) + 1 - len(failures)} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
