#!/usr/bin/env python3
"""Runs the anti-pattern programs and their fixes side by side, and prints what each mistake costs here.

    tests/perf/antipatterns.py [--rounds N] [--filter RE] [--cc CC]

Each pair of testdata/antipatterns is compiled with -O2 and run alternately; the medians of the figures that the
programs print are compared. Figures in ms give a ratio; figures "N of M right" say what is broken. Nothing is
asserted about time: machines differ. Exit status 1: a program did not compile, did not end, or a fixed
one is not right.
"""
import argparse
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS = os.path.normpath(os.path.join(HERE, "..", "..", "testdata", "antipatterns"))
FIGURE = re.compile(r"^figure: (?:([0-9.]+) ms|(\d+) of (\d+) right)$", re.MULTILINE)


def settings(path):
    with open(path, encoding="utf-8") as source:
        text = source.read()
    found = re.findall(r"^// (?:flags|link): (.+)$", text, re.MULTILINE)
    return [word for line in found for word in shlex.split(line)]


def compiled(cc, source, binary):
    subprocess.run([cc, "-std=gnu11", "-O2", "-Wall", source, "-o", binary, *settings(source)],
                   check=True)
    return binary


def run(binary):
    """(milliseconds, None), or (None, (right, all))."""
    done = subprocess.run([binary], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=120,
                          check=True, text=True)
    figure = FIGURE.search(done.stdout)
    if not figure:
        raise ValueError(f"{binary} printed no figure")
    if figure[1]:
        return float(figure[1]), None
    return None, (int(figure[2]), int(figure[3]))


def measure(cc, name, rounds, folder):
    """Prints the pair's line; returns whether the fixed program is right."""
    programs = [compiled(cc, os.path.join(PAIRS, name, kind + ".c"),
                         os.path.join(folder, f"{name}.{kind}")) for kind in ("bad", "good")]
    figures = [[run(p) for p in programs] for _ in range(rounds)]
    if figures[0][0][0] is not None:
        bad, good = (statistics.median(pair[k][0] for pair in figures) for k in (0, 1))
        print(f"{name:<26} {bad:>10.1f} ms  {good:>10.1f} ms  {bad / max(good, 0.001):>7.1f} x")
        return True
    worst = [min((pair[k][1] for pair in figures), key=lambda f: f[0] / f[1]) for k in (0, 1)]
    shown = [f"{right} of {every} right" for right, every in worst]
    print(f"{name:<26} {shown[0]}; fixed: {shown[1]}")
    return worst[1][0] == worst[1][1]


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--rounds", type=int, default=5)
    args.add_argument("--filter", default="", help="only pairs whose name matches")
    args.add_argument("--cc", default="cc")
    options = args.parse_args()
    names = [n for n in sorted(os.listdir(PAIRS))
             if os.path.isdir(os.path.join(PAIRS, n)) and re.search(options.filter, n)]
    good = bool(names)
    print(f"{'anti-pattern':<26} {'bad':>13}  {'fixed':>13}  {'ratio':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            try:
                good &= measure(options.cc, name, options.rounds, folder)
            except (OSError, ValueError, subprocess.SubprocessError) as error:
                print(f"{name}: {error}")
                good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
