#!/usr/bin/env bash
# Runs CPython's own tests on pyswift and compares with what CPython passes:
#   Conformance/run.sh test_MODULE...     these modules
#   Conformance/run.sh --short            the quick modules of the language, built-ins and object model
#   Conformance/run.sh --area builtins    every module of an area; may be repeated
#   Conformance/run.sh --all              every module of the baseline
# With --update, expected/, results.tsv and README.md are rewritten from the run. See Conformance/driver.py --help.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../Scripts/lib/common.sh"

[ -e /usr/lib/python3.11/test/test_grammar.py ] || "$root/Scripts/setup.sh"
if [ -z "${PYSWIFT:-}" ] && release_is_stale; then
    "$root/Scripts/setup.sh"
    build_release || die "the build failed"
fi
[ -x "$pyswift" ] || die "no executable at $pyswift"
exec "$reference" "$root/Conformance/driver.py" --interpreter "$pyswift" "$@"
