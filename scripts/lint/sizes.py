#!/usr/bin/env python3
"""Sizes that keep a file readable in one sitting, and asserts enough to notice our own faults."""
import re

import source

LINE_MAX = 100
C_MAX = 900
H_MAX = 250
FUNCTION_MAX = 100
ASSERTS_PER_1000 = 8


def check_lines(path, lines):
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_MAX:
            yield f"{path}:{number}: {len(line)} columns, {LINE_MAX} are allowed"
        if line != line.rstrip():
            yield f"{path}:{number}: blanks at the end of the line"
        if "\t" in line:
            yield f"{path}:{number}: a tab"


def check_functions(path, lines):
    """A body ends with a brace in the first column; it opens with one there, or on the head's line."""
    start = 0
    for number, line in enumerate(lines, 1):
        if line == "{" or re.match(r"[A-Za-z_ ].*\).*\{$", line) and not line.startswith("    "):
            start = number
        elif line == "}" and start:
            if number - start + 1 > FUNCTION_MAX:
                yield f"{path}:{start}: function of {number - start + 1} lines, {FUNCTION_MAX} are allowed"
            start = 0


def main():
    top = source.root()
    problems = []
    total = asserts = 0
    for path in source.files(top, "analyzer", "rules", "db", "bench", "tests/unit", "tests/fuzz"):
        text = source.read(top, path)
        lines = text.split("\n")
        most = H_MAX if path.endswith(".h") else C_MAX
        if len(lines) - 1 > most:
            problems.append(f"{path}:1: {len(lines) - 1} lines, {most} are allowed")
        problems.extend(check_lines(path, lines))
        problems.extend(check_functions(path, lines))
        if path.endswith(".c") and not path.startswith("tests/"):
            total += len(lines) - 1
            asserts += source.code_only(text).count("ASSERT(")
    if total > 1000 and asserts * 1000 < ASSERTS_PER_1000 * total:
        problems.append(f"analyzer:1: {asserts} asserts in {total} lines, "
                        f"{ASSERTS_PER_1000} for 1000 are wanted")
    source.finish(problems)


if __name__ == "__main__":
    main()
