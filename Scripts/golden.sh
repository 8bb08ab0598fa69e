#!/usr/bin/env bash
# Runs golden scripts, without building anything:
#   Scripts/golden.sh [-b BINARY] [-j N] [-v] [--root FOLDER] [FEATURE[/NAME]...]
# See Scripts/lib/golden.py --help.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
exec "$reference" "$root/Scripts/lib/golden.py" run "$@"
