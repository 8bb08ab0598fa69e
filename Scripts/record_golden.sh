#!/usr/bin/env bash
# Records what CPython prints as the expected output of golden scripts, all or the named ones:
#   Scripts/record_golden.sh [--new] [--root FOLDER] [FEATURE[/NAME]...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
exec "$reference" "$root/Scripts/lib/golden.py" record "$@"
