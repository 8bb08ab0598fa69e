#!/usr/bin/env bash
# Installs what building, running and testing need and is missing. Nothing to do: returns at once, says nothing.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

command -v swift >/dev/null || die "no 'swift' on PATH: install a Swift 6 toolchain (https://www.swift.org/install) first"

missing=$(missing_packages)
[ -n "$missing" ] || exit 0
command -v apt-get >/dev/null || die "these Debian packages are missing, and there is no apt-get to install them:" $missing

as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "run as root, or install yourself: apt-get install" $missing
    as_root=sudo
fi
echo "setup: installing" $missing >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q >&2
$as_root apt-get install -q -y --no-install-recommends $missing >&2

missing=$(missing_packages)
[ -z "$missing" ] || die "still missing after the install:" $missing
