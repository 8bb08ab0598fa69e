#!/usr/bin/env bash
# Runs the exercises of popular packages (Tests/Packages) and compares with what CPython printed.
#
#   Scripts/packages.sh [-b BINARY] [-v] [PACKAGE[/NAME]...]      see Scripts/lib/golden.py --help
#   Scripts/packages.sh --record [--new] [PACKAGE[/NAME]...]      records them with CPython
#   Scripts/packages.sh --time [--rounds N] [PACKAGE[/NAME]...]    user time of each beside CPython's
#   Scripts/packages.sh --install                                 installs the wheels and does no more
#
# The wheels of Tests/Packages/requirements.txt, as PyPI has them, are installed into .build/packages, once for each state of that file.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

install_packages || die "the packages could not be installed"
case ${1:-} in
--install) exit 0 ;;
--record) shift; exec "$reference" "$root/Scripts/lib/golden.py" record --root "$root/Tests/Packages" "$@" ;;
--time) shift; exec "$reference" "$root/Scripts/lib/golden.py" time --root "$root/Tests/Packages" "$@" ;;
esac
exec "$reference" "$root/Scripts/lib/golden.py" run --root "$root/Tests/Packages" --timeout 60 "$@"
