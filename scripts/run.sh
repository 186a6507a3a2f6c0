#!/usr/bin/env bash
# From a fresh machine to the first findings: installs what is missing, builds, and checks a small sample
# server. Works from any directory, needs no terminal, and may be run again.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 2
# shellcheck source=scripts/deps.sh
. "$root/scripts/deps.sh"

"$root/scripts/build.sh" >/dev/null || exit 2
cd "$root" || exit 2

say "concadvise: checking testdata/projects/sample, a small epoll server"
say ""
say "\$ build/concadvise testdata/projects/sample"
build/concadvise testdata/projects/sample
status=$?
say ""
case $status in
1)
    cat >&2 <<'TEXT'
What you see: each finding starts with the place of the call to change, as file:line:column. "runs on
the loop" is the way from where the function was registered to that call; the next notes say what it
costs; "help" names a way out in terms of the event loop this program uses. The sample also calls
getaddrinfo() on a thread of its own (lookup_thread.c), and once before the loop starts (main.c): there
it is right, and is not reported.

Exit code 1 means "findings": that is what this sample is for. Check your own code with
    build/concadvise path/to/your/src
and read more about a finding with
    build/concadvise explain CA101
TEXT
    exit 0
    ;;
0)
    say "concadvise: no findings in the sample: something is wrong, please report it"
    exit 1
    ;;
*)
    say "concadvise: the sample could not be checked (exit code $status)"
    exit 2
    ;;
esac
