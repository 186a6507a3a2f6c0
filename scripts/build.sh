#!/usr/bin/env bash
# Builds the program in build/ of this source, installing what is missing, and prints its path; everything
# else that is said goes to standard error. Works from any directory, needs no terminal, may be run again.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 2
# shellcheck source=scripts/deps.sh
. "$root/scripts/deps.sh"

need_build
install_missing >&2 || exit 2

cd "$root" || exit 2
log=build/run.log
mkdir -p build || exit 2
if [ ! -e build/build.ninja ]; then
    # Only the program: its tests need more packages, which scripts/test.sh installs.
    # shellcheck disable=SC2046
    cmake -S . -B build -G Ninja -DBUILD_TESTING=OFF -DCONCADVISE_WERROR=OFF $(launcher) >"$log" 2>&1
else
    cmake -S . -B build >"$log" 2>&1
fi || { cat "$log" >&2; say "concadvise: configuring failed"; exit 2; }
say "concadvise: building in build/" >&2
ninja -C build concadvise >"$log" 2>&1 || { cat "$log" >&2; say "concadvise: the build failed"; exit 2; }
rm -f "$log"
echo "$root/build/concadvise"
