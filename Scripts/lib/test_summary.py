"""Counts the tests of a `swift test` log, cases of parameterised tests one by one, and prints "N passed, N failed"."""

import re
import sys

CLOSING = re.compile(r"^\S+ Test .*?(?: with (\d+) test cases?)? (passed|failed|skipped) after [\d.]+ seconds(?: with (\d+) issues?)?")


def main(path, status):
    passed = failed = 0
    for line in open(path, encoding="utf-8", errors="replace"):
        line = re.sub(r"\x1b\[[0-9;]*m", "", line)
        if " Test run with " in line or not (found := CLOSING.match(line)):
            continue
        cases = int(found[1] or 1)
        if found[2] == "failed":
            lost = min(cases, int(found[3] or 1))
            failed += lost
            passed += cases - lost
        elif found[2] == "passed":
            passed += cases
    if status != 0 and failed == 0:
        # The runner itself failed: it did not build, or crashed before it could say which test it was.
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
