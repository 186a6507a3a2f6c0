#!/usr/bin/env python3
"""What a committed text may not hold: places on somebody's machine, and notes to self."""
import re

import source

# Written in pieces, so that this file passes its own check.
WORDS = [
    (re.compile(r"(?<![\w.-])/wo" + r"rk/"), "a place on one machine"),
    (re.compile(r"\.\./sha" + r"red\b"), "a place on one machine"),
    (re.compile(r"/ho" + r"me/\w+/"), "a place on one machine"),
    (re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"), "an open end: do it, or say what does not work"),
]
ENDINGS = (".c", ".h", ".md", ".py", ".sh", ".json", ".txt", ".cmake", ".def", ".yaml", ".yml")


def main():
    top = source.root()
    problems = []
    for path in source.files(top, endings=ENDINGS):
        if path.startswith("tests/corpus/"):  # tables about other people's source, paths included
            continue
        for number, line in enumerate(source.read(top, path).split("\n"), 1):
            for pattern, why in WORDS:
                match = pattern.search(line)
                if match:
                    problems.append(f"{path}:{number}: \"{match.group(0)}\" is {why}")
    source.finish(problems)


if __name__ == "__main__":
    main()
