#!/usr/bin/env python3
"""Compares the units of the corpus runs with the table judged by hand.

compare_models.py MODELS RESULTS [NAME...]: MODELS is models.tsv, reads RESULTS/NAME.db.json. A unit is meant
by its name ("loop main", "program nginx"); with several of one name all must be of that model. A row that is
judged wrong must still be wrong: when it is mended the table says so. Exit status 1: something differs.
"""
import json
import os
import sys


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if not line.strip() or line.startswith("#"):
                continue
            if len(fields) != 5 or fields[3] not in ("right", "wrong") or not fields[4]:
                sys.exit(f"{path}:{number}: five columns, the fourth right or wrong, the last says why")
            yield fields


def models_of(report):
    said = {}
    for unit in report["units"]:
        said.setdefault(unit["name"], set()).add(unit["model"])
    for program in report["programs"]:
        said.setdefault("program " + program["name"], set()).add(program["model"])
    return said


def main(table, results, *names):
    reports, differs, right, judged = {}, 0, 0, 0
    for project, unit, model, verdict, why in rows(table):
        path = os.path.join(results, f"{project}.db.json")
        if (names and project not in names) or not os.path.exists(path):
            continue
        if project not in reports:
            with open(path, encoding="utf-8") as f:
                reports[project] = models_of(json.load(f))
        said = reports[project].get(unit, set())
        is_right = said == {model}
        judged += 1
        right += is_right
        if is_right != (verdict == "right"):
            differs += 1
            print(f"{project}: {unit}: {', '.join(sorted(map(str, said))) or 'not found'}, "
                  f"{model} is judged ({verdict}: {why})")
    print(f"{right} of {judged} units are what their code is, {differs} differ from the table")
    return 1 if differs or not judged else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
