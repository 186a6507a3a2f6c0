#!/usr/bin/env python3
"""A small program for each row of the decision matrix: its advice is that row's, and changes with the constraint.

Comments that it reads, in testdata/matrix/<row>/main.c:
    // row: task/io-bound [OPTION...]         this row counts
    // advice: event-loop [OPTION...] [-- CFLAG...]   the model that is advised; two at least, and they differ
    // here                                   on the line of the unit
Four cores, 8 GB and no measurements unless the options say otherwise.
"""
import argparse
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MATRIX = os.path.join(ROOT, "testdata", "matrix")
WANTED = re.compile(r"^// (row|advice): (\S+)(.*)$", re.MULTILINE)
ROWS = 5 + 6 + 6 + 5


def unit_at_here(binary, folder, line, options, flags):
    given = [o.split("=")[0] for o in options]
    usual = [o for o in ("--cores=4", "--memory=8G") if o.split("=")[0] not in given]
    command = [binary, "--no-cache", "--no-config", "--select=CA101", "--format=json", *usual, *options, folder,
               "--", "-std=gnu11", *flags]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120,
                          env=dict(os.environ, CONCADVISE_BENCH_DB="/nonexistent/bench.db"))
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit code {done.returncode}\n{done.stderr.decode()}")
    units = [u for u in json.loads(done.stdout)["units"] if u["at"]["line"] == line]
    if len(units) != 1:
        sys.exit(f"{folder}: {len(units)} units in line {line}")
    return units[0]


def judge(binary, folder):
    with open(os.path.join(folder, "main.c"), encoding="utf-8") as f:
        text = f.read()
    here = [n for n, line in enumerate(text.splitlines(), 1) if line.endswith("// here")]
    models = set()
    for kind, wanted, rest in WANTED.findall(text):
        options, _, flags = rest.partition(" -- ")
        unit = unit_at_here(binary, folder, here[0], options.split(), flags.split())
        if kind == "row" and wanted not in unit["matrix_rows"]:
            yield f"{wanted} does not count{rest}: {unit['matrix_rows']}"
        if kind == "advice":
            models.add(wanted)
            if unit["advice"] != wanted:
                yield f"{wanted} is wanted{rest}, {unit['advice']} is advised for {unit['work']['text']}"
    if len(models) < 2:
        yield "no constraint changes the advice"


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--binary", required=True)
    options = args.parse_args()
    names = sorted(os.listdir(MATRIX))
    failed = 0
    for name in names:
        problems = list(judge(options.binary, os.path.join(MATRIX, name)))
        failed += bool(problems)
        for problem in problems:
            print(f"FAIL {name}: {problem}")
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed or len(names) != ROWS else 0


if __name__ == "__main__":
    sys.exit(main())
