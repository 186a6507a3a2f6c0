#!/usr/bin/env python3
"""The programs of testdata/models: which model each unit is, and the program as a whole.

Comments that it reads:
    // unit: event-loop      on the line where the unit is started; units without such a comment must not be there
    // program: hybrid       once in each folder; none: a library that starts nothing
    // flags: -I/...         for the compiler
Helpers, which the table of units leaves out, are not compared.
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MODELS = os.path.join(ROOT, "testdata", "models")
UNIT = re.compile(r"//\s*unit:\s*([\w-]+)")
PROGRAM = re.compile(r"//\s*program:\s*([\w-]+)")
FLAGS = re.compile(r"^//\s*flags:\s*(.+)$", re.MULTILINE)


def expectations(folder):
    units, programs, flags = set(), set(), ["-std=gnu11"]
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            text = f.read()
        programs |= set(PROGRAM.findall(text))
        for more in FLAGS.findall(text):
            flags += shlex.split(more)
        for number, line in enumerate(text.splitlines(), 1):
            units |= {(name, number, model) for model in UNIT.findall(line)}
    return units, programs, flags


def report(binary, folder, flags):
    command = [binary, "--no-cache", "--no-config", "--select=CA101", "--format=json", folder, "--", *flags]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)
    if done.returncode not in (0, 1):
        sys.exit(f"{shlex.join(command)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return json.loads(done.stdout)


def found(out):
    shown = [u for u in out["units"] if not u["background"] and u["model"]]
    units = {(os.path.basename(u["at"]["file"]), u["at"]["line"], u["model"]) for u in shown}
    return units, {p["model"] or "none" for p in out["programs"]}


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--binary", required=True)
    args.add_argument("--filter", default="")
    options = args.parse_args()
    names = [n for n in sorted(os.listdir(MODELS)) if re.search(options.filter, n)]
    failed = 0
    for name in names:
        folder = os.path.join(MODELS, name)
        units, programs, flags = expectations(folder)
        got_units, got_programs = found(report(options.binary, folder, flags))
        problems = [f"{f}:{n}: {m}: missed" for f, n, m in sorted(units - got_units)]
        problems += [f"{f}:{n}: {m}: not expected" for f, n, m in sorted(got_units - units)]
        if len(programs) != 1 or programs != got_programs:
            problems.append(f"the program is {sorted(got_programs)}, {sorted(programs)} is wanted")
        failed += bool(problems)
        for problem in problems:
            print(f"FAIL {name}: {problem}")
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
