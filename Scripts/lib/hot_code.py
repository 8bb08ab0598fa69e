"""Checks that the interpreter's hot code stays clean.

1. The handlers of instructions hold no call to Swift's reference counting, exclusivity checks or object allocation, and go from one
   to the next by jumps: the release binary is disassembled. Nor does a throwing function end in a tail call that loses its error
   register.
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
# What must be clean: whatever goes on with the next instruction.
HANDLER = re.compile(r"^_pyswift_op_")
DISPATCH = "<_pyswift_handlers>"
# The one function that calls a handler, to start.
START = re.compile(r"^\$s7Runtime11InterpreterO3run7raising")
INDIRECT_CALL = re.compile(r"\bcall\s+\*")
# The functions that write the table, or have machine code read it.
TABLE = re.compile(r"^\$s7Runtime10Native")
# The functions that call functions made in C.
FOREIGN = re.compile(r"^\$s7Runtime\d+callForeign")
SMALL, LARGE = 2_000, 12_000
TOLERANCE = 1.05


def banned_calls(binary):
    listing = subprocess.run(
        ["objdump", "-d", "--no-show-raw-insn", binary], capture_output=True, text=True, check=True
    ).stdout
    # Functions without a symbol are listed behind the one before them: the sizes of the symbols say where that ends.
    symbols = subprocess.run(["nm", "-S", "--defined-only", binary], capture_output=True, text=True, check=True).stdout
    ends = {}
    for line in symbols.splitlines():
        fields = line.split()
        if len(fields) == 4:
            ends[fields[3]] = int(fields[0], 16) + int(fields[1], 16)
    found, name, body = [], "", []
    handlers = 0
    for line in listing.splitlines() + ["0 <>:"]:
        head = re.match(r"^[0-9a-f]+ <(.*)>:$", line)
        if not head:
            place = re.match(r"^\s*([0-9a-f]+):", line)
            if place and int(place.group(1), 16) < ends.get(name, 1 << 64):
                body.append(line)
            continue
        dispatches = any(DISPATCH in one for one in body) and not START.match(name) and not TABLE.match(name)
        hot = dispatches or HANDLER.match(name)
        handlers += 1 if HANDLER.match(name) else 0
        for one in body:
            if "YK" in name and TAIL.search(one):
                # See Sources/Runtime/Memory/MemoryFunctions.swift.
                found.append(f"{name}: a throwing function ends in {one.split()[-1]}")
            elif hot and "call" in one and BANNED.search(one):
                found.append(f"{name}: {one.strip()}")
            elif dispatches and INDIRECT_CALL.search(one) and not FOREIGN.match(name):
                found.append(f"{name} calls where it should jump: {one.strip()}")
        name, body = head.group(1), []
    if handlers < 100:
        found.append(f"{handlers} handlers of instructions were found in the binary")
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
