#!/usr/bin/env python3
"""Prints what the analysis costs against parsing, for each program of the corpus.

ratio.py BINARY [CACHE] [--only NAME] [--most RATIO]: CACHE is the folder that tests/corpus/fetch.sh made.
Other folders can be given with --folder. Each program is read without a cache
by one process at a time, all rules selected; the CPU times are those of --stats. A program whose flow,
domains and rules take more CPU time than its parsing is marked, and makes the exit status 1.
"""
import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TIMES = re.compile(r"stats: CPU time: parse ([\d.]+) s, link ([\d.]+) s, flow ([\d.]+) s, "
                   r"domains ([\d.]+) s, rules ([\d.]+) s")
PEAK = re.compile(r"peak (\d+) kB \(parser (\d+) kB\)")
LINES = re.compile(r"; (\d+) lines? in ")


def corpus_folders(cache, only):
    with open(os.path.join(HERE, "..", "corpus", "packages.tsv"), encoding="utf-8") as lines:
        names = [line.split("\t")[0] for line in lines if line.strip() and line[0] != "#"]
    return [os.path.join(cache, name) for name in names if not only or name == only]


def measure(binary, folder):
    base = ["-p", "."] if os.path.exists(os.path.join(folder, "compile_commands.json")) else []
    done = subprocess.run([binary, "--no-cache", "--stats", "--select=all", "--exit-zero", *base, "."],
                          cwd=folder, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          check=False)
    times, peak, lines = (r.search(done.stderr) for r in (TIMES, PEAK, LINES))
    if done.returncode != 0 or not (times and peak and lines):
        sys.exit(f"{folder}: exit status {done.returncode}\n{done.stderr[-2000:]}")
    return [float(t) for t in times.groups()], int(peak.group(1)) // 1024, int(lines.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("cache", nargs="?",
                        default=os.path.join(os.environ.get("XDG_CACHE_HOME") or
                                             os.path.expanduser("~/.cache"), "concadvise-corpus"))
    parser.add_argument("--only", help="one program of the corpus")
    parser.add_argument("--folder", action="append", default=[], help="a folder instead of the corpus")
    parser.add_argument("--most", type=float, default=1.0, help="greatest ratio that is fine (1.0)")
    args = parser.parse_args()

    folders = args.folder or corpus_folders(args.cache, args.only)
    binary, slow = os.path.realpath(args.binary), []
    print(f"{'program':20} {'lines':>8} {'parse':>8} {'link':>7} {'flow':>7} {'domains':>7} {'rules':>7} "
          f"{'ratio':>6} {'MB':>5}")
    for folder in folders:
        if not os.path.isdir(folder):
            print(f"{os.path.basename(folder):20} not there")
            continue
        (parse, link, flow, domains, rules), peak, lines = measure(binary, folder)
        ratio = (flow + domains + rules) / max(parse, 0.01)
        name = os.path.basename(os.path.normpath(folder))
        mark = " <-- more than parsing" if ratio > args.most else ""
        slow += [name] if mark else []
        print(f"{name:20} {lines:8} {parse:8.2f} {link:7.2f} {flow:7.2f} {domains:7.2f} {rules:7.2f} "
              f"{ratio:6.2f} {peak:5}{mark}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
