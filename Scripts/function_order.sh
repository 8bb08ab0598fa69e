#!/usr/bin/env bash
# Writes Scripts/lib/function_order.txt: the functions that starts and common imports run, in the order in which they are first called.
# The linker puts them side by side (see Package.swift), so that a start reads few pages. Worth doing anew when the start has changed much;
# names that are no more are ignored. Needs valgrind and a release build.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

[ -x "$pyswift" ] || die "no executable at $pyswift"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Without what debuggers want, which old valgrinds cannot read.
objcopy --strip-debug "$pyswift" "$folder/pyswift"
imports='import json, re, collections, dataclasses, typing, datetime, pickle, struct, csv, random, functools, itertools, enum, argparse'
number=0
compiled='import argparse; source = open(argparse.__file__).read(); exec(compile(source, "argparse.py", "exec"), {"__name__": "again"})'
for program in pass "$compiled" "$imports" "import unittest, asyncio, logging, subprocess; f = open('/dev/null'); print(sorted(f'{x:>4}' for x in [3, 1]))"; do
    for options in -S ""; do
        "$folder/pyswift" $options -c "$program" > /dev/null
        number=$((number + 1))
        valgrind --tool=callgrind --demangle=no --dump-instr=yes --callgrind-out-file="$folder/profile.$number" "$folder/pyswift" $options -c "$program" > /dev/null 2>&1
    done
done
nm -S --defined-only "$folder/pyswift" > "$folder/symbols"
# What scripts of the usual kind run: the benchmarks, with small numbers. All in one, since most of a run under callgrind is its start.
scripts='import glob, re, sys
for path in sorted(glob.glob(sys.argv[1] + "/*.py")):
    *lines, last = open(path).read().rstrip().split("\n")
    if "/module_" in path or "main()" in last: continue
    try: exec(compile("\n".join(lines + [re.sub("[1-9][0-9]+", "7", last)]), path, "exec"), {"__name__": "__main__"})
    except IndexError: pass'
number=$((number + 1))
valgrind --tool=callgrind --demangle=no --dump-instr=yes --callgrind-out-file="$folder/profile.$number" \
    "$folder/pyswift" -c "$scripts" "$root/Benchmarks/scripts" > /dev/null 2>&1
library=$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/swift_static/linux/libswiftCore.a
(cd "$folder" && ar x "$library" Swift.o && objdump -t Swift.o | grep -P ' \.text\t' > together)
"$reference" - "$folder" "$number" > "$root/Scripts/lib/function_order.txt" <<'PYTHON'
import bisect, collections, re, sys
folder, count = sys.argv[1], int(sys.argv[2])
symbols = collections.defaultdict(list)
places = collections.defaultdict(list)
for fields in map(str.split, open(f"{folder}/symbols")):
    if len(fields) == 4 and fields[2] in "tTwW":
        symbols[int(fields[0], 16)].append(fields[3])
        places[fields[3]].append(int(fields[0], 16))
starts = sorted(symbols)
# Functions of Swift's library that share one large section with all others: to name one of them would move all.
offsets = [(line.split()[-1], int(line.split()[0], 16)) for line in open(f"{folder}/together") if "F .text" in line]
bases = collections.Counter(places[name][0] - offset for name, offset in offsets if len(places[name]) == 1)
base = bases.most_common(1)[0][0]
end = base + max(offset for _, offset in offsets)
seen = {}
# By address, since jumps into another function are told as parts of the one they come from.
for number in range(1, count + 1):
    names, ours, address = {}, False, 0
    functions = {}
    for line in open(f"{folder}/profile.{number}", errors="replace"):
        match = re.match(r"(c?)ob=\((\d+)\)(?: (.*))?", line)
        if match:
            if match[3]: names[match[2]] = match[3]
            if not match[1]: ours = names[match[2]].endswith("/pyswift")
            continue
        match = re.match(r"(0x[0-9a-f]+|[+-]\d+|\*) ", line)
        if match:
            text = match[1]
            if text != "*": address = int(text, 16) if text.startswith("0x") else address + int(text)
            if ours: functions.setdefault(starts[bisect.bisect_right(starts, address) - 1])
    for start in functions:
        for name in symbols[start]:
            if not any(base <= place <= end for place in places[name]): seen.setdefault(name)
print("\n".join(seen))
PYTHON
echo "$(wc -l < "$root/Scripts/lib/function_order.txt") functions" >&2
