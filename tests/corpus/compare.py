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

LEAST = 0.85


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
    """Returns (what was found, how many of each verdict)."""
    found, counts = findings(results, name, kind)
    verdicts = collections.Counter(judged.get(key, "new") for key in found)
    print(f"{name:<11} {kind:<4} {counts['units']:>4} units ({counts['units_partial']} partial, "
          f"{counts['units_failed']} failed), {counts['functions']:>5} functions "
          f"({counts['functions_partial']} partial, {counts['functions_failed']} failed), findings: "
          f"{verdicts['true']} true, {verdicts['false']} false, {verdicts['new']} not judged")
    for key in sorted(found):
        if key not in judged:
            print("  new\t" + "\t".join(key))
    return set(found), verdicts


def main():
    judged = judgements(sys.argv[1])
    failed = False
    total = {"db": collections.Counter(), "bare": collections.Counter()}
    for name in sys.argv[3:]:
        found = set()
        for kind in total:
            try:
                keys, counted = compare(judged, sys.argv[2], name, kind)
            except (OSError, ValueError, KeyError) as error:
                print(f"{name:<11} {kind:<4} no result: {error}")
                failed = True
                continue
            found |= keys
            total[kind] += counted
        for key, verdict in sorted(judged.items()):
            if key[0] == name and verdict == "true" and key not in found:
                print("  gone\t" + "\t".join(key))
                failed = True
    for kind, verdicts in total.items():
        true, false = verdicts["true"], verdicts["false"]
        precision = true / (true + false) if true + false else 1.0
        print(f"{kind:<4}: {true} true, {false} false: precision {100 * precision:.1f} %")
        failed |= precision < LEAST or verdicts["new"] > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
