#!/bin/sh
# How any CI service can run concadvise: copy it and change what is yours. It finds or builds the program,
# writes a report for machines beside the one in the log, and fails for what the change introduced.
#
#   CONCADVISE  the program; default: the one on the PATH, else one is built from this source
#   BASE        revision to compare with ("origin/main..." for a branch of it); default: all findings count
#   REPORT      where the SARIF report goes; default: concadvise.sarif
#   FAIL_ON     note, warning, error or none; default: warning
#
# Arguments are the paths and further options. Exit code: 0 fine, 1 findings, 2 the job could not be done.
set -eu

tool=${CONCADVISE:-$(command -v concadvise || "$(dirname "$0")/build.sh")}
report=${REPORT:-concadvise.sarif}
base=${BASE:-}

# Everything there is, for the archive: it changes no exit code.
"$tool" check --quiet --exit-zero --format="sarif:$report" "$@"

# What counts. The second run takes all parsed files from the cache.
"$tool" check --fail-on="${FAIL_ON:-warning}" ${base:+"--diff-base=$base"} "$@"
