#!/usr/bin/env python3
"""SARIF reports through the validator of code scanning services: multitool.py FOLDER FILE...

FOLDER is where the npm package is, or is installed to (tests/cli/test_sarif_multitool.py). Fails when the
validator has an error or a warning; says SKIPPED when it cannot be had.
"""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    os.environ["CONCADVISE_BUILD"] = sys.argv[1]
    import test_sarif_multitool as multitool # pylint: disable=import-outside-toplevel
    why = multitool.fetch()
    if why:
        print("SKIPPED: " + why)
        return 0
    files = sys.argv[2:]
    problems = multitool.complaints_of(files)
    for line in problems:
        print(line)
    print("%d reports, %d complaints" % (len(files), len(problems)))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
