#!/usr/bin/env python3
"""How long the advisor takes for an answer from flags alone.

    tests/perf/advise.py BINARY [--runs 50]

Prints medians of the clock and of CPU time, and the clock's ratio to `true`, what starting any program costs here.
"""
import argparse
import resource
import statistics
import subprocess
import time


def measure(command, runs):
    clock, cpu = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        clock.append(time.monotonic() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * statistics.median(clock), 1000 * statistics.median(cpu)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--runs", type=int, default=50)
    args = parser.parse_args()
    start, _ = measure(["true"], args.runs)
    for name, words in (("advise", ["advise", "--io=40ms", "--cpu=2ms", "--concurrency=500"]),
                        ("matrix", ["matrix"])):
        clock, cpu = measure([args.binary, *words], args.runs)
        print(f"{name:8} {clock:6.1f} ms, CPU {cpu:6.1f} ms, {clock / start:5.1f} x starting a program")


if __name__ == "__main__":
    main()
