#!/usr/bin/env python3
"""Compares the findings of the corpus runs with the table judged by hand.

compare.py JUDGED RESULTS NAME...: reads RESULTS/NAME.{db,bare}.json. A judgement has the columns
program, rule, file, function, call, verdict (true or false) and why; a finding is the same one when the
first five agree. Prints one line for each finding without judgement and each true one that is gone, what
could not be analysed, and the precision. Exit status 1: something is new, gone or too imprecise.
"""
import collections
import json
import os
import sys

LEAST = 0.90


def judgements(path):
    table = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if not line.strip() or line.startswith("#"):
                continue
            if len(fields) != 7 or fields[5] not in ("true", "false") or not fields[6]:
                sys.exit(f"{path}:{number}: seven columns, the sixth true or false, the last says why")
            key = tuple(fields[:5])
            if key in table:
                sys.exit(f"{path}:{number}: judged twice")
            table[key] = fields[5]
    return table


def findings(results, name, kind):
    with open(os.path.join(results, f"{name}.{kind}.json"), encoding="utf-8") as source:
        report = json.load(source)
    keys = collections.Counter()
    for f in report["findings"]:
        keys[(name, f["rule"], f["at"]["file"], f["at"].get("function", "-"), f["entity"])] += 1
    return keys, report["counts"]


def compare(judged, results, name, kind):
    """Returns (true, false, problems)."""
    try:
        found, counts = findings(results, name, kind)
    except (OSError, ValueError, KeyError) as error:
        return 0, 0, [f"no result: {error}"]
    problems = ["new\t" + "\t".join(key) for key in sorted(found) if key not in judged]
    if kind == "db":
        problems += ["gone\t" + "\t".join(key) for key, verdict in sorted(judged.items())
                     if key[0] == name and verdict == "true" and key not in found]
    true = sum(judged.get(key) == "true" for key in found)
    false = sum(judged.get(key) == "false" for key in found)
    print(f"{name:<11} {kind:<4} {counts['units']:>4} units ({counts['units_partial']} partial, "
          f"{counts['units_failed']} failed), {counts['functions']:>5} functions "
          f"({counts['functions_partial']} partial, {counts['functions_failed']} failed), "
          f"findings: {true} true, {false} false, {len(found) - true - false} not judged")
    return true, false, problems


def main():
    judged = judgements(sys.argv[1])
    failed = False
    total = {"db": [0, 0], "bare": [0, 0]}
    for name in sys.argv[3:]:
        for kind in ("db", "bare"):
            true, false, problems = compare(judged, sys.argv[2], name, kind)
            total[kind][0] += true
            total[kind][1] += false
            for problem in problems:
                print(f"  {problem}")
            failed |= bool(problems)
    for kind, (true, false) in total.items():
        precision = true / (true + false) if true + false else 1.0
        print(f"{kind:<4}: {true} true, {false} false: precision {100 * precision:.1f} %")
        failed |= precision < LEAST
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
