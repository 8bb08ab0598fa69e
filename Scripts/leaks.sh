#!/usr/bin/env bash
# Each golden script several times in one process, live blocks and objects compared: Scripts/leaks.sh [-b BINARY] [FEATURE[/NAME]...]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
exec "$reference" "$root/Scripts/lib/leaks.py" "$@"
