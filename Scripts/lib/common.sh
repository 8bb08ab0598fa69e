# Shared by the scripts beside this folder; sourced, never run.
# `root` is the package, `pyswift` the binary that the scripts run: $PYSWIFT if set, else the release build.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
reference=/usr/bin/python3.11
release_binary=$root/.build/release/pyswift
release_stamp=$root/.build/release/.pyswift-built
pyswift=${PYSWIFT:-$release_binary}

die() { echo "$(basename "$0"): $*" >&2; exit 2; }

# The file that proves each Debian package present. Files are looked at rather than dpkg asked: it takes no process.
declare -A package_files=(
    [libffi-dev]="/usr/include/ffi.h /usr/include/$(uname -m)-linux-gnu/ffi.h"
    [libpython3.11-stdlib]=/usr/lib/python3.11/argparse.py
    [python3.11]=/usr/bin/python3.11
    [libpython3.11-dev]=/usr/include/python3.11/Python.h
    [libpython3.11-testsuite]=/usr/lib/python3.11/test/test_grammar.py
    [gcc]=/usr/bin/gcc
    [binutils]=/usr/bin/objdump
    [valgrind]=/usr/bin/valgrind
    [zlib1g-dev]=/usr/include/zlib.h
    [libexpat1-dev]=/usr/include/expat.h
    [tzdata]=/usr/share/zoneinfo/Europe/Berlin
    [python3-pip]=/usr/lib/python3/dist-packages/pip/__init__.py
)

# Prints the packages that are not there.
missing_packages() {
    local package file found
    for package in "${!package_files[@]}"; do
        found=
        for file in ${package_files[$package]}; do
            [ -e "$file" ] && found=yes
        done
        [ -n "$found" ] || echo "$package"
    done
}

# True when the release build is absent or older than what it is built from. The stamp carries the time at which the
# last good build started, since a build that changes nothing leaves the binary's own time alone.
release_is_stale() {
    [ -x "$release_binary" ] && [ -e "$release_stamp" ] || return 0
    [ -n "$(find "$root/Sources" "$root/Package.swift" -newer "$release_stamp" -print -quit)" ]
}

# Makes the release build, all its output on stderr, since stdout belongs to the Python program.
build_release() {
    local started=$root/.build/.build-started
    mkdir -p "$root/.build"
    touch "$started"
    (cd "$root" && swift build -c release --omit-frame-pointers --static-swift-stdlib --disable-local-rpath --product pyswift) >&2 || return 1
    mv "$started" "$release_stamp"
}

# Installs the wheels of Tests/Packages/requirements.txt into .build/packages/site, from the index that pip is set up for. What was
# installed for another state of the file is removed first.
install_packages() {
    local wanted=$root/Tests/Packages/requirements.txt folder=$root/.build/packages
    cmp -s "$wanted" "$folder/installed.txt" && return 0
    "$root/Scripts/setup.sh" || return 1
    echo "installing the packages of Tests/Packages/requirements.txt" >&2
    rm -rf "$folder"
    mkdir -p "$folder"
    "$reference" -m pip install -q --disable-pip-version-check --root-user-action=ignore --no-deps --only-binary :all: \
        --require-hashes --no-compile --target "$folder/site" -r "$wanted" >&2 || return 1
    cp "$wanted" "$folder/installed.txt"
}
