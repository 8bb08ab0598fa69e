"""Counts the tests of a `swift test` log, cases of parameterised tests one by one: "N passed, N failed, N skipped". The checks of
test.sh that are no Swift tests are added.

Skipped are the golden scripts that pending.txt names, which are run and known to fail, and the milestones not reached: their
tests only check that this is still so, which is no achievement to count.
"""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLOSING = re.compile(
    r"^\S+ Test (.*?)(?: with (\d+) test cases?)? (passed|failed|skipped) after [\d.]+ seconds(?: with (\d+) issues?)?")


def count_pending():
    try:
        with open(os.path.join(ROOT, "Tests", "Golden", "pending.txt")) as file:
            return sum(1 for line in file if line.strip() and not line.startswith("#"))
    except FileNotFoundError:
        return 0


def main(path, status, checks):
    passed = failed = skipped = 0
    for line in open(path, encoding="utf-8", errors="replace"):
        line = re.sub(r"\x1b\[[0-9;]*m", "", line)
        if re.match(r"milestone \S+: not reached yet", line):
            skipped += 1
        if line.split(" ", 1)[-1].startswith("Test run with ") or not (found := CLOSING.match(line)):
            continue
        cases = int(found[2] or 1)
        if found[1] == '"Golden scripts"':
            skipped += count_pending()
        if found[3] == "failed":
            lost = min(cases, int(found[4] or 1))
            failed += lost
            passed += cases - lost
        elif found[3] == "passed":
            passed += cases
    passed = max(0, passed - skipped)
    if os.path.exists(checks):
        for line in open(checks, encoding="utf-8", errors="replace"):
            if re.match(r"check \S+: passed", line):
                passed += 1
            elif re.match(r"check \S+: failed", line):
                failed += 1
    if status != 0 and failed == 0:
        # The runner itself failed: it did not build, or crashed before it could say which test it was.
        failed = 1
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
