#!/usr/bin/env bash
# Every test of the project: installs what is missing, then builds and tests twice, plainly (build/) and
# with AddressSanitizer and UndefinedBehaviorSanitizer (build-san/). The last line counts both.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 2
# shellcheck source=scripts/deps.sh
. "$root/scripts/deps.sh"
passed=0
failed=0

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit $?
}

broken() { # what
    say "concadvise: $1"
    failed=$((failed + 1))
}

# suite NAME DIR CMAKE-ARGS...: one build and all its tests.
suite() {
    local name=$1 dir=$2 counts
    shift 2
    echo "== $name ($dir)"
    # shellcheck disable=SC2046
    if ! cmake -S . -B "$dir" -G Ninja -DBUILD_TESTING=ON $(launcher) "$@" >"$dir/test.log" 2>&1 ||
        ! ninja -C "$dir" >>"$dir/test.log" 2>&1; then
        tail -n 60 "$dir/test.log" >&2
        broken "$name: the build failed (whole log: $dir/test.log)"
        return
    fi
    rm -f "$dir/test.log" "$dir/results.xml"
    ctest --test-dir "$dir" -j "$(nproc)" --output-on-failure --timeout 900 \
        --test-output-size-passed 1000000 --test-output-size-failed 1000000 \
        --output-junit results.xml 2>&1 | tail -n 400
    if ! counts=$(python3 scripts/count_tests.py "$dir/results.xml"); then
        broken "$name: ctest left no results"
        return
    fi
    echo "== $name: ${counts% *} passed, ${counts#* } failed"
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
}

need_build
need_tests
if ! install_missing; then
    broken "cannot install what the tests need"
    finish
fi
cd "$root" || exit 2
mkdir -p build build-san
suite "plain build" build -DCONCADVISE_WERROR=ON -DCONCADVISE_SANITIZE=
# With clang the fuzz targets are libFuzzer programs, and a second compiler reads everything.
if clang=$(fuzzing_clang); then
    compiler=(-DCMAKE_C_COMPILER="$clang" -DCONCADVISE_FUZZ=ON)
else
    compiler=()
fi
suite "ASan and UBSan build" build-san -DCONCADVISE_WERROR=ON \
    -DCONCADVISE_SANITIZE=address,undefined "${compiler[@]}"
finish
