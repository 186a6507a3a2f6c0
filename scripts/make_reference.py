#!/usr/bin/env python3
"""Makes the shipped figures anew from what `concadvise bench` has measured on this machine.

    concadvise bench                          (on an idle machine)
    scripts/make_reference.py --build build [--bench-db FILE]

It writes rules/reference.json, builds, and puts the table of `bench --validate reference` into
docs/performance-model.md.
"""
import argparse
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOC = os.path.join(ROOT, "docs", "performance-model.md")
TABLE = re.compile(r"(<!-- bench --validate reference --markdown -->\n).*?(<!-- end -->\n)", re.DOTALL)


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--build", default="build", help="the build directory")
    parser.add_argument("--bench-db", help="where the measurements are, if not in the usual place")
    parser.add_argument("--no-export", action="store_true", help="only the table")
    args = parser.parse_args()
    binary = os.path.join(args.build, "concadvise")
    if not args.no_export:
        where = ["--bench-db", args.bench_db] if args.bench_db else []
        text = output(binary, "bench", "--export=reference", *where)
        with open(os.path.join(ROOT, "rules", "reference.json"), "w", encoding="utf-8") as f:
            f.write(text)
        subprocess.run(["cmake", "--build", args.build, "--target", "concadvise"], check=True,
                       stdout=subprocess.DEVNULL)
    table = output(binary, "bench", "--validate", "reference", "--markdown")
    with open(DOC, encoding="utf-8") as f:
        doc = f.read()
    with open(DOC, "w", encoding="utf-8") as f:
        f.write(TABLE.sub(lambda m: m.group(1) + "\n" + table + "\n" + m.group(2), doc))


if __name__ == "__main__":
    main()
