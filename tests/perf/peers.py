#!/usr/bin/env python3
"""What concadvise costs beside a compiler and other analyzers, on the same compile database.

peers.py BINARY [FOLDER ...] [--sample N] [--rounds N] [--peers a,b] [--generated FILES] [--growth LINES]

FOLDER holds a compile_commands.json. Of each, an even sample of the files is read (--sample; 0: all): by
concadvise, with an empty cache, again with nothing changed, and with one file changed; and by its peers, one
process a file: `clang -fsyntax-only -w` (what a compiler pays at least), clang-tidy with its concurrency and
bugprone checks, `clang --analyze`, cppcheck. All take turns, --rounds times; the figures are medians. Nothing is written
into a FOLDER: the file that changes is a copy.

CPU time is that of all processes, user and system. The ratios mean something on a busy machine too, wall times do
not. Peak memory is that of the largest process. --growth generates programs from 1,000 lines up, in steps of four.
"""
import argparse
import json
import math
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATE = os.path.join(HERE, "..", "gen", "generate.py")
MB = 1024


class Cost:
    def __init__(self, cpu=0.0, wall=0.0, peak=0):
        self.cpu, self.wall, self.peak = cpu, wall, peak

    def add(self, other):
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def run(argv, cwd, may_fail=True):
    start = time.monotonic()
    with subprocess.Popen(argv, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0 and not may_fail:
        sys.exit(f"exit status {child.returncode}: {shlex.join(argv)}")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss)


# ---- the files ----

TAKES_VALUE = {"-o", "-MF", "-MT", "-MQ"}


def compiler_flags(entry):
    """Without what writes files, warns, or names the source."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    out, skip = [], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in TAKES_VALUE:
            skip = True
        elif word.endswith(".c") or word in ("-c", "-pipe") or word.startswith(("-M", "-W", "-f", "-g")):
            continue
        else:
            out.append(word)
    return out


def read_entries(folder, sample):
    with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as f:
        entries = json.load(f)
    seen, kept = set(), []
    for e in entries:
        path = os.path.join(e["directory"], e["file"])
        flags = compiler_flags(e)
        if path.endswith(".c") and os.path.exists(path) and (path, tuple(flags)) not in seen:
            seen.add((path, tuple(flags)))
            kept.append({"directory": e["directory"], "file": path, "flags": flags})
    if sample and len(kept) > sample:
        kept = [kept[i * len(kept) // sample] for i in range(sample)]
    return kept


def work_folder(entries, folder):
    """A database of these files in folder; the middle one is a copy, which may be changed."""
    middle = sorted(entries, key=lambda e: os.path.getsize(e["file"]))[len(entries) // 2]
    copy = os.path.join(folder, "changed.c")
    shutil.copyfile(middle["file"], copy)
    entries[entries.index(middle)] = {
        "directory": middle["directory"], "file": copy,
        "flags": ["-iquote", os.path.dirname(middle["file"]), *middle["flags"]]}
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as f:
        json.dump([{"directory": e["directory"], "file": e["file"],
                    "arguments": ["cc", *e["flags"], "-c", e["file"]]} for e in entries], f)
    with open(os.path.join(folder, "files"), "w", encoding="utf-8") as f:
        f.write("".join(e["file"] + "\n" for e in entries))
    return copy


# ---- who is measured ----

def each(entries, command):
    total = Cost()
    for e in entries:
        total = total.add(run(command(e), e["directory"]))
    return total


def peers(clang, folder):
    tidy = clang.replace("clang", "clang-tidy") if shutil.which(clang.replace("clang", "clang-tidy")) else "clang-tidy"
    return {
        "clang -fsyntax-only": lambda e: [clang, "-fsyntax-only", "-w", *e["flags"], e["file"]],
        "clang-tidy": lambda e: [tidy, "-p", folder, "--quiet", "--checks=-*,concurrency-*,bugprone-*", e["file"]],
        "clang --analyze": lambda e: [clang, "--analyze", "-w", "-Xclang", "-analyzer-output=text", "-o", "/dev/null",
                                      *e["flags"], e["file"]],
        "cppcheck": lambda e: ["cppcheck", "--quiet", *[x for x in e["flags"] if x[:2] in ("-I", "-D", "-U")],
                               e["file"]],
    }


def tool(binary, folder, cache, *more):
    return [binary, "--quiet", "--exit-zero", "--select=all", "--no-config", "--output=" + os.devnull, "-p", folder,
            *(["--cache-dir=" + cache] if cache else ["--no-cache"]), *more]


def measure_tool(binary, folder, copy, jobs, round_number):
    """Cold, nothing changed, one file changed, and that file on its own."""
    files = "@" + os.path.join(folder, "files")
    cache = os.path.join(folder, f"cache{round_number}")
    command = tool(binary, folder, cache, f"-j{jobs}", files)
    out = {"cold": run(command, folder, may_fail=False), "nothing changed": run(command, folder, may_fail=False)}
    with open(copy, "a", encoding="utf-8") as f:
        f.write(f"\nint concadvise_round_{round_number};\n")
    out["one file changed"] = run(command, folder, may_fail=False)
    out["that file alone"] = run(tool(binary, folder, None, copy), folder)
    shutil.rmtree(cache)
    return out


# ---- tables ----

def median(costs):
    return Cost(*(statistics.median(getattr(c, k) for c in costs) for k in ("cpu", "wall", "peak")))


def print_table(name, n_files, rows, floor):
    print(f"\n{name}: {n_files} files\n{'':22}{'CPU s':>9}{'ratio':>8}{'wall s':>9}{'peak MB':>9}")
    for what, cost in rows.items():
        print(f"{what:22}{cost.cpu:9.2f}{cost.cpu / floor:8.3f}{cost.wall:9.2f}{cost.peak // MB:9}")


def print_goals(rows, floor, two_largest):
    cold = rows["cold"].cpu
    later = rows["one file changed"].cpu - rows["that file alone"].cpu
    print(f"  cold / compiler {cold / floor:.2f} (0.60)   nothing changed / cold {rows['nothing changed'].cpu / cold:.1%} "
          f"(2 %)   one file changed, less its parse, / cold {later / cold:.1%} (5 %)\n"
          f"  peak {rows['cold'].peak // MB} MB (two compilers on the largest files, and 300: {two_largest // MB + 300} MB)",
          flush=True)


def largest_two(clang, entries):
    """Peak memory of the compiler on the two largest files, summed."""
    by_size = sorted(entries, key=lambda e: -os.path.getsize(e["file"]))[:2]
    return sum(run([clang, "-fsyntax-only", "-w", *e["flags"], e["file"]], e["directory"]).peak for e in by_size)


def measure(args, name, folder):
    entries = read_entries(folder, args.sample)
    with tempfile.TemporaryDirectory(prefix="concadvise-peers-") as work:
        copy = work_folder(entries, work)
        known = peers(args.clang, work)
        wanted = ["clang -fsyntax-only", *[p for p in known if p != "clang -fsyntax-only" and
                                           (not args.peers or p in args.peers.split(","))]]
        costs = {}
        for k in range(args.rounds):
            for what, cost in measure_tool(args.binary, work, copy, args.jobs, k).items():
                costs.setdefault(what, []).append(cost)
            for what in wanted:
                if shutil.which(known[what](entries[0])[0]):
                    costs.setdefault(what, []).append(each(entries, known[what]))
        rows = {what: median(c) for what, c in costs.items()}
        floor = rows["clang -fsyntax-only"].cpu
        print_table(name, len(entries), rows, floor)
        print_goals(rows, floor, largest_two(args.clang, entries))
        if args.both_jobs:
            walls = [run(tool(args.binary, work, None, f"-j{j}", "@" + os.path.join(work, "files")), work).wall
                     for j in (1, 2)]
            print(f"  wall time with 1 worker / 2 workers: {walls[0] / walls[1]:.2f} (1.8)")


def fit(points):
    """The exponent of a power through the points, by least squares of the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(max(y, 1e-3)) for _, y in points]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


def growth(args):
    """From 16,000 lines on start-up no longer counts, so the exponent is fitted there."""
    print(f"\ngrowth\n{'lines':>10}{'CPU s':>9}{'warm s':>9}{'peak MB':>9}")
    times, peaks, lines = [], [], 1000
    while lines <= args.growth:
        with tempfile.TemporaryDirectory(prefix="concadvise-growth-") as work:
            subprocess.run([sys.executable, GENERATE, "project", work, f"--lines={lines}",
                            f"--files={max(3, lines // 400)}"], check=True)
            cache = os.path.join(work, "cache")
            cold = run(tool(args.binary, work, cache, f"-j{args.jobs}", work), work, may_fail=False)
            warm = run(tool(args.binary, work, cache, f"-j{args.jobs}", work), work, may_fail=False)
        print(f"{lines:10}{cold.cpu:9.2f}{warm.cpu:9.2f}{cold.peak // MB:9}", flush=True)
        if lines >= 16000:
            times.append((lines, cold.cpu))
            peaks.append((lines, cold.peak))
        lines *= 4
    if len(times) > 1:
        print(f"exponent: time {fit(times):.2f}, memory {fit(peaks):.2f} (1.15)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="files of each folder (0: all)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--both-jobs", action="store_true", help="also wall time with 1 and with 2 workers")
    parser.add_argument("--peers", help="only these, with commas (the compiler always)")
    parser.add_argument("--clang", default="clang-19", help="of libclang's version")
    parser.add_argument("--generated", type=int, default=0, metavar="FILES", help="also a generated project")
    parser.add_argument("--growth", type=int, default=0, metavar="LINES", help="also generated programs up to this")
    args = parser.parse_args()
    args.binary = os.path.realpath(args.binary)
    for folder in args.folders:
        measure(args, os.path.basename(os.path.normpath(folder)), folder)
    if args.generated:
        with tempfile.TemporaryDirectory(prefix="concadvise-generated-") as work:
            subprocess.run([sys.executable, GENERATE, "project", work, f"--files={args.generated}",
                            f"--lines={args.generated * 100}"], check=True)
            measure(args, "generated", work)
    if args.growth:
        growth(args)


if __name__ == "__main__":
    main()
