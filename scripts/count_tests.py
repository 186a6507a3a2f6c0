#!/usr/bin/env python3
"""Counts what ctest --output-junit wrote: prints "PASSED FAILED".

A test that runs many cases says so in a line "N passed, N failed" of its own; it then counts as
its cases. When such a test fails although all its cases passed (it crashed at the end, or its exit
code disagrees), that is one failure more. Skipped tests count as nothing and are named on stderr.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

CASES = re.compile(r"^(?:cases: )?(\d+) passed, (\d+) failed\s*$", re.MULTILINE)


def count_one(case):
    """(passed, failed) of one <testcase>."""
    status = case.get("status", "run")
    is_failed = case.find("failure") is not None or case.find("error") is not None or status == "fail"
    skipped = case.find("skipped")
    reason = skipped.get("message", "") if skipped is not None else ""
    if status == "notrun" and not reason.startswith("SKIP_"):
        is_failed = True  # its program was not built, or what it depends on failed
    elif not is_failed and status in ("notrun", "disabled"):
        print(f"skipped: {case.get('name')}", file=sys.stderr)
        return 0, 0
    reports = CASES.findall(case.findtext("system-out") or "")
    if not reports:
        return (0, 1) if is_failed else (1, 0)
    passed = sum(int(p) for p, _ in reports)
    failed = sum(int(f) for _, f in reports)
    if is_failed and failed == 0:
        failed = 1
    return passed, failed


def main(path):
    passed = failed = 0
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        p, f = count_one(case)
        passed += p
        failed += f
    print(passed, failed)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: count_tests.py RESULTS.xml")
    try:
        main(sys.argv[1])
    except (OSError, ElementTree.ParseError) as problem:
        sys.exit(f"count_tests.py: {problem}")
