#!/usr/bin/env python3
"""Says how much of the C API a built binary exports, by the table Sources/CAPI/api.tsv.

    Scripts/capi_coverage.py [BINARY] [--missing] [--package NAME] [--family NAME] [--update]

BINARY is the debug build by default. `--package` looks at what one package (numpy, pandas, lxml, ...) or one module of
the standard library (`dynload`: any of them) needs. `--update` writes what was found to the table's status column.
"""

import argparse
import collections
import csv
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "Sources/CAPI/api.tsv"
# What `nm` calls functions and the kinds of data.
FUNCTION_KINDS = "TWi"
DATA_KINDS = "BDRVu"


def exported(binary):
    """The symbols a library loaded by the binary can bind to, with nm's letter for each."""
    output = subprocess.run(["nm", "-D", "--defined-only", binary], check=True, capture_output=True, text=True).stdout
    symbols = {}
    for line in output.splitlines():
        _, kind, name = line.split(maxsplit=2)
        symbols[name.split("@")[0]] = kind
    return symbols


def status(row, symbols):
    kind = symbols.get(row["name"])
    if kind is None:
        return "missing"
    if kind == "W" and row["kind"] == "function":
        # A weak definition that raises SystemError.
        return "stub"
    expected = DATA_KINDS if row["kind"] == "data" else FUNCTION_KINDS
    return "exported" if kind in expected else "wrong kind"


def needed_by(row, package):
    modules = row["stdlib_modules"].split(",") if row["stdlib_modules"] else []
    if package == "dynload":
        return bool(modules)
    return package in row["packages"].split(",") or package in modules


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?", default=str(ROOT / ".build/debug/pyswift"))
    parser.add_argument("--missing", action="store_true", help="list what is missing, with signatures")
    parser.add_argument("--package", help="only what this package or module needs")
    parser.add_argument("--family", help="only this family")
    parser.add_argument("--update", action="store_true", help="write the status column of the table")
    options = parser.parse_args()

    with TABLE.open(newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        columns = reader.fieldnames
        rows = list(reader)
    symbols = exported(options.binary)
    for row in rows:
        row["status"] = status(row, symbols)

    if options.update:
        lines = ["\t".join(columns)] + ["\t".join(row[column] for column in columns) for row in rows]
        TABLE.write_text("\n".join(lines) + "\n")

    chosen = [
        row for row in rows
        if (not options.package or needed_by(row, options.package)) and (not options.family or row["family"] == options.family)
    ]
    absent = [row for row in chosen if row["status"] != "exported"]
    if options.missing:
        for row in absent:
            print(f"{row['signature']};" + (f"  // {row['status']}" if row["status"] != "missing" else ""))
        return 0

    families = collections.defaultdict(lambda: [0, 0])
    for row in chosen:
        families[row["family"]][0] += row["status"] == "exported"
        families[row["family"]][1] += 1
    for family, (done, total) in sorted(families.items()):
        print(f"{family:22} {done:4} of {total:4}")
    print(f"{'all':22} {len(chosen) - len(absent):4} of {len(chosen):4}")
    if not options.package and not options.family:
        packages = sorted({name for row in rows for name in row["packages"].split(",") if name})
        print()
        for package in packages + ["dynload"]:
            needs = [row for row in rows if needed_by(row, package)]
            done = sum(row["status"] == "exported" for row in needs)
            print(f"{package:22} {done:4} of {len(needs):4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
