#!/usr/bin/env bash
# Writes Scripts/lib/function_order.txt: the functions that only starts run, then those that programs run, then those of common imports.
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
compiled='import argparse; source = open(argparse.__file__).read(); exec(compile(source, "argparse.py", "exec"), {"__name__": "again"})'
more="import unittest, asyncio, logging, subprocess; f = open('/dev/null'); print(sorted(f'{x:>4}' for x in [3, 1]))"
# profile NAME VALGRIND-OPTION... -- ARGUMENT...
profile() {
    local name=$1 options=()
    shift
    while [ "$1" != -- ]; do options+=("$1"); shift; done
    shift
    # Once before, so that compiled files are there. Some benchmarks fail when their numbers are small, which is as good.
    "$folder/pyswift" "$@" > /dev/null 2>&1 || true
    valgrind --tool=callgrind --demangle=no --dump-instr=yes --callgrind-out-file="$folder/$name" "${options[@]}" "$folder/pyswift" "$@" > /dev/null 2>&1 || true
}
number=0
for program in pass "$compiled" "$imports" "$more"; do
    kind=other
    [ "$program" = pass ] && kind=start
    for options in -S -s; do
        number=$((number + 1))
        profile "$kind.$number" -- $options -c "$program"
    done
done
nm -S --defined-only "$folder/pyswift" > "$folder/symbols"
# What scripts of the usual kind run once the start is over: the benchmarks, with small numbers, compiled to machine code soon.
"$reference" - "$root/Benchmarks/scripts" "$folder" <<'PYTHON'
import glob, os, re, sys
for path in sorted(glob.glob(sys.argv[1] + "/*.py")):
    *lines, last = open(path).read().rstrip().split("\n")
    if os.path.basename(path).startswith("module_") or "main()" in last: continue
    lines.append(re.sub("[1-9][0-9]+", "7", last))
    open(os.path.join(sys.argv[2], os.path.basename(path)), "w").write("\n".join(lines) + "\n")
PYTHON
for script in "$folder"/*.py; do
    number=$((number + 1))
    PYSWIFT_NATIVE=3 profile "script.$number" --toggle-collect="*MainProgramO3run4file*" --toggle-collect="*FinalizationO6finish*" -- "$script"
done
library=$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/swift_static/linux/libswiftCore.a
(cd "$folder" && ar x "$library" Swift.o && objdump -t Swift.o | grep -P ' \.text\t' > together)
"$reference" - "$folder" > "$root/Scripts/lib/function_order.txt" <<'PYTHON'
import bisect, collections, glob, re, sys
folder = sys.argv[1]
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
def functions(path):
    """The functions of a profile in order of first call. By address, since jumps into another function are told as parts of the one they come from."""
    names, ours, address, found = {}, False, 0, {}
    for line in open(path, errors="replace"):
        match = re.match(r"(c?)ob=\((\d+)\)(?: (.*))?", line)
        if match:
            if match[3]: names[match[2]] = match[3]
            if not match[1]: ours = names[match[2]].endswith("/pyswift")
            continue
        match = re.match(r"(0x[0-9a-f]+|[+-]\d+|\*) ", line)
        if match:
            text = match[1]
            if text != "*": address = int(text, 16) if text.startswith("0x") else address + int(text)
            if ours: found.setdefault(starts[bisect.bisect_right(starts, address) - 1])
    for start in found:
        for name in symbols[start]:
            if not any(base <= place <= end for place in places[name]): yield name

def profiles(kind):
    return [list(functions(path)) for path in sorted(glob.glob(f"{folder}/{kind}.*"), key=lambda path: int(path.rsplit(".", 1)[1]))]

# First what only starts run, which is given back when the program begins. Then what programs run, most of them first. Then what others import.
scripts = profiles("script")
popular = collections.Counter(name for names in scripts for name in names)
order = dict.fromkeys(name for names in profiles("start") for name in names if name not in popular)
order.update(dict.fromkeys(name for name, _ in popular.most_common()))
order.update(dict.fromkeys(name for names in profiles("other") for name in names))
print("\n".join(order))
PYTHON
echo "$(wc -l < "$root/Scripts/lib/function_order.txt") functions" >&2
