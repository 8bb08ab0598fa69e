#!/usr/bin/env bash
# Runs a Python program: Scripts/run.sh FILE.py [ARG...]   or any option of the interpreter, as in Scripts/run.sh -c 'print(1)'.
# Sets up and builds first whatever is missing or out of date; when all is there it costs a few milliseconds.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

if [ -z "${PYSWIFT:-}" ] && release_is_stale; then
    "$root/Scripts/setup.sh" </dev/null
    build_release </dev/null || die "the build failed"
fi
[ -x "$pyswift" ] || die "no executable at $pyswift"
exec "$pyswift" "$@"
