#!/usr/bin/env python3
"""The sample server of scripts/run.sh: which findings it shows, and that nothing disturbs them.

The findings are the same bytes twice, with one job and with two, and from another directory; and
what the README shows is among them.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "testdata", "projects", "sample")
WANTED = {("upstream.c", "getaddrinfo"), ("upstream.c", "connect"), ("journal.c", "fsync")}
FINDING = re.compile(r"^(\S+?):\d+:\d+: warning: (\w+)\(\).*\[CA101 ", re.MULTILINE)


def check(binary, cwd, path, *options):
    with tempfile.TemporaryDirectory() as cache:
        done = subprocess.run([binary, "--cache-dir", cache, *options, path], cwd=cwd, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env=dict(os.environ, CONCADVISE_BENCH_DB=cache + "/no-bench.db"))
    if done.returncode != 1:
        sys.exit(f"exit code {done.returncode}, 1 is wanted\n{done.stdout}{done.stderr}")
    return done.stdout


def columns(text):
    """Columns are as wide as what stands in them."""
    return re.sub(r" {2,}", "  ", text)


def readme_example():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
        text = f.read()
    example = re.search(r"(?ms)^\$ concadvise testdata/projects/sample\n(.*?)^\.\.\.$", text)
    return example.group(1) if example else sys.exit("the README shows no run of the sample")


def main(binary):
    first = check(binary, ROOT, "testdata/projects/sample", "-j1")
    found = {(os.path.basename(path), call) for path, call in FINDING.findall(first)}
    if found != WANTED:
        sys.exit(f"found {sorted(found)}, wanted {sorted(WANTED)}\n{first}")
    if readme_example() not in first:
        sys.exit(f"the README shows something else than\n{first}")
    if "on_client" not in first:
        sys.exit(f"the chain does not begin at on_client\n{first}")
    if check(binary, ROOT, "testdata/projects/sample", "-j2") != first:
        sys.exit("-j2 prints something else than -j1")
    inside = check(binary, SAMPLE, ".")
    if len(FINDING.findall(inside)) != len(FINDING.findall(first)):
        sys.exit(f"from inside the sample:\n{inside}")
    with tempfile.TemporaryDirectory() as elsewhere:
        absolute = check(binary, elsewhere, SAMPLE)
    absolute = absolute.replace(SAMPLE + "/", "testdata/projects/sample/")
    if columns(absolute) != columns(first):
        sys.exit(f"from another directory:\n{absolute}")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
