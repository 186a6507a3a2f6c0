#!/bin/sh
# Runs concadvise over the corpus that fetch.sh made, each program with its real compile database and
# once more from bare sources without any, and compares the findings with the judgements in judged.tsv.
#
#   tests/corpus/run.sh [--only NAME] BINARY [CACHE]
#
# Their SARIF goes through the validator of code scanning services (multitool.py).
#
# Fails when a run crashes or exits with anything but 0 and 1, when a finding nobody has judged turns up,
# when a true one of a run with database is gone, or when fewer than 85 % of the findings are true.
# Results stay in CACHE/results, or the folder that RESULTS names: NAME.{db,bare}.{json,txt,err}.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
only=
if [ "${1:-}" = --only ]; then
    only=${2:?--only needs a name}
    shift 2
fi
binary=$(realpath "${1:?path of the concadvise to run}")
cache=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/concadvise-corpus}
cache=$(cd "$cache" && pwd)
out=${RESULTS:-$cache/results}
mkdir -p "$out"
jobs=${JOBS:-$(nproc)}
bad=

# check NAME KIND FOLDER FLAGS...: one run; the folder must hold the same files before and after
check() {
    name=$1 kind=$2 folder=$3
    shift 3
    status=0
    find "$folder" | sort >"$out/before"
    (cd "$folder" && nice "$binary" --no-cache -v -j "$jobs" --format=text \
        --format=json:"$out/$name.$kind.json" --format=sarif:"$out/$name.$kind.sarif" "$@" .) \
        >"$out/$name.$kind.txt" 2>"$out/$name.$kind.err" || status=$?
    find "$folder" | sort >"$out/after"
    if [ $status -gt 1 ] || grep -qE 'BUG|Sanitizer|runtime error' "$out/$name.$kind.err"; then
        echo "$name ($kind): exit status $status"
        tail -5 "$out/$name.$kind.err"
        bad=yes
    fi
    cmp -s "$out/before" "$out/after" || { echo "$name ($kind): left files behind"; bad=yes; }
}

names=
while IFS="$(printf '\t')" read -r name _; do
    case $name in '' | '#'*) continue ;; esac
    [ -z "$only" ] || [ "$only" = "$name" ] || continue
    [ -f "$cache/$name/.built-version" ] || { echo "$name: not built, see fetch.sh"; bad=yes; continue; }
    rm -f "$out/$name".*
    check "$name" db "$cache/$name" -p .
    check "$name" bare "$cache/bare/$name"
    names="$names $name"
done <"$here/packages.tsv"

python3 "$here/multitool.py" "$cache/multitool" "$out"/*.sarif || bad=yes

# word splitting of the names is wanted
# shellcheck disable=SC2086
python3 "$here/compare_models.py" "$here/models.tsv" "$out" $names || bad=yes
python3 "$here/compare.py" "$here/judged.tsv" "$out" $names || bad=yes
[ -z "$bad" ]
