#!/usr/bin/env python3
"""Every requirement of docs/requirements.md, R1 to R30, has a test that is named after it."""
import os
import re
import sys

COUNT = 30
NAMED = {".py": re.compile(r"^\s*def test((?:_R\d+)+)_", re.MULTILINE),
         ".c": re.compile(r"^static void test((?:_r\d+)+)_", re.MULTILINE)}


def tested(top):
    """The numbers in names of tests."""
    found = set()
    for folder, _, names in os.walk(os.path.join(top, "tests")):
        for name in names:
            pattern = NAMED.get(os.path.splitext(name)[1])
            if not pattern or not name.startswith("test_"):
                continue
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                for numbers in pattern.findall(f.read()):
                    found.update(int(n) for n in re.findall(r"\d+", numbers))
    return found


def stated(top):
    """The numbers that the documents explain."""
    found = set()
    for name in ("requirements.md", "formats.md"):
        with open(os.path.join(top, "docs", name), encoding="utf-8") as f:
            found.update(int(n) for n in re.findall(r"^(?:\| |- )R(\d+)\b", f.read(), re.MULTILINE))
    return found


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    tests, words = tested(top), stated(top)
    problems = ["docs/requirements.md:1: R%d is not explained" % n for n in range(1, COUNT + 1) if n not in words]
    problems += ["docs/requirements.md:1: R%d has no test named after it" % n for n in range(1, COUNT + 1) if n not in tests]
    problems += ["docs/requirements.md:1: a test is named after R%d, which is none" % n for n in sorted(tests) if n > COUNT or n < 1]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
