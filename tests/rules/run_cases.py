#!/usr/bin/env python3
"""Runs concadvise on the rule cases and compares findings with the comments in the cases.

A case is one .c file or one folder of files that make one program, at
    <testdata>/rules/<ID>/bad/    has expectations
    <testdata>/rules/<ID>/good/   must be silent
    <testdata>/known-wrong/       wrong answers that are known: the runner demands that they are still wrong
    <testdata>/antipatterns/*/    bad.c has expectations, in good.c every rule must be silent
Comments it reads:
    // why: <the story>           one at least in each case
    // flags: <compiler flags>    for the whole case
    // expect: CA101              on the line of the finding's primary place; nothing else may be found
    // wrong: missed CA101        known-wrong: a finding belongs on this line, and none is reported
    // wrong: false CA101         known-wrong: a finding is reported here, and is not true
Only findings of the case's own rule (the folder's name; known-wrong: the rules its comments name) count.
"""
import argparse
import concurrent.futures
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.normpath(os.path.join(HERE, "..", "..", "testdata"))
EXPECT = re.compile(r"//\s*expect:\s*([A-Z0-9, ]+)")
WRONG = re.compile(r"//\s*wrong:\s*(missed|false)\s+(CA\d+)")
FLAGS = re.compile(r"^//\s*flags:\s*(.+)$")
WHY = re.compile(r"//\s*why:\s*\S.{15,}")
FINDING = re.compile(r"^(?P<path>[^\s:][^:]*):(?P<line>\d+):\d+: (?:error|warning|note): "
                     r".*\[(?P<id>CA\d+) [a-z-]+\]$")
PARTIAL = re.compile(r"\b([1-9]\d*) partial\b")


class Case:
    """One program with what its comments promise."""

    def __init__(self, path, kind, rule):
        self.path, self.kind = path, kind
        self.rules = {rule} if rule else set()
        self.name = os.path.relpath(path, TESTDATA)
        self.flags = ["-std=gnu11"]
        self.expected, self.missed, self.false = set(), set(), set()
        self.problems = []
        has_why = False
        for file in self.files():
            has_why |= self.read(file)
        if not has_why:
            self.problems.append("no `// why:` line that tells the story")
        if kind == "bad" and not self.expected:
            self.problems.append("a bad case without `// expect:`")
        if kind == "good" and (self.expected or self.missed or self.false):
            self.problems.append("a good case must not expect anything")
        if kind == "known-wrong" and not (self.missed or self.false):
            self.problems.append("a known-wrong case without `// wrong:`")

    def files(self):
        if os.path.isfile(self.path):
            return [self.path]
        return sorted(os.path.join(folder, f) for folder, _, names in os.walk(self.path)
                      for f in names if f.endswith((".c", ".h")))

    def read(self, file):
        has_why = False
        real = os.path.realpath(file)
        with open(file, encoding="utf-8", errors="replace") as source:
            for number, line in enumerate(source, 1):
                has_why |= WHY.search(line) is not None
                flags = FLAGS.match(line)
                if flags:
                    self.flags += shlex.split(flags.group(1))
                expect = EXPECT.search(line)
                for rule in re.findall(r"CA\d+", expect.group(1)) if expect else []:
                    self.expected.add((real, number, rule))
                    self.rules.add(rule)
                wrong = WRONG.search(line)
                if wrong:
                    self.rules.add(wrong.group(2))
                    getattr(self, wrong.group(1)).add((real, number, wrong.group(2)))
        return has_why

    def run(self, binary, extra):
        """Returns (list of problems, output)."""
        if self.problems:
            return self.problems, ""
        command = [binary, "--no-cache", "--select=all", "--min-confidence=medium", *extra,
                   self.path, "--", *self.flags]
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=120, check=False, cwd=TESTDATA,
                                  env=dict(os.environ, CONCADVISE_BENCH_DB="/nonexistent/bench.db"))
        except subprocess.TimeoutExpired:
            return ["no answer within 120 s"], ""
        out = done.stdout.decode("utf-8", "replace")
        err = done.stderr.decode("utf-8", "replace")
        return self.judge(done.returncode, out, err), shlex.join(command) + "\n" + out + err

    def judge(self, status, out, err):
        if status not in (0, 1):
            return [f"exit status {status}"]
        problems = []
        if PARTIAL.search(out + err):
            problems.append("did not parse cleanly (is a -dev package missing?)")
        found = set()
        for line in out.splitlines():
            hit = FINDING.match(line)
            if hit:
                path = os.path.realpath(os.path.join(TESTDATA, hit["path"]))
                found.add((path, int(hit["line"]), hit["id"]))
        if found and status == 0 and ": warning:" in out:
            problems.append("warnings, but exit status 0")
        found = {f for f in found if f[2] in self.rules}
        for place in sorted(self.missed & found):
            problems.append(show(place) + ": found now: no longer wrong, move it to rules/")
        for place in sorted(self.false - found):
            problems.append(show(place) + ": silent now: no longer wrong, move it to rules/")
        for place in sorted(self.expected - found):
            problems.append(show(place) + ": missed")
        for place in sorted(found - self.expected - self.false - self.missed):
            problems.append(show(place) + ": not expected")
        return problems


def show(place):
    return f"{os.path.relpath(place[0], TESTDATA)}:{place[1]}: {place[2]}"


def entries(folder):
    if not os.path.isdir(folder):
        return []
    return [os.path.join(folder, n) for n in sorted(os.listdir(folder))
            if n.endswith(".c") or os.path.isdir(os.path.join(folder, n))]


def registered():
    """The ids in rules.def: cases of other rules wait for theirs."""
    with open(os.path.join(TESTDATA, "..", "rules", "rules.def"), encoding="utf-8") as table:
        return set(re.findall(r"^RULE\(\s*(CA\d+)", table.read(), re.MULTILINE))


def collect():
    rules = os.path.join(TESTDATA, "rules")
    for rule in sorted(set(os.listdir(rules)) & registered()):
        for kind in ("bad", "good"):
            for path in entries(os.path.join(rules, rule, kind)):
                yield Case(path, kind, rule)
    for path in entries(os.path.join(TESTDATA, "known-wrong")):
        yield Case(path, "known-wrong", None)
    for folder in entries(os.path.join(TESTDATA, "antipatterns")):
        bad, good = (Case(os.path.join(folder, k + ".c"), k, None) for k in ("bad", "good"))
        if bad.rules <= registered():
            good.rules = registered()
            yield from (bad, good)


def compile_check(case):
    """The case itself must be clean C against the installed headers: same flags, gcc, no warning."""
    sources = [f for f in case.files() if f.endswith(".c")]
    done = subprocess.run(["gcc", "-Wall", "-fsyntax-only", *case.flags, *sources],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode("utf-8", "replace")
    return case.problems + ([text.strip()] if text.strip() or done.returncode else []), text


def known_rules(binary):
    done = subprocess.run([binary, "--list-rules"], stdout=subprocess.PIPE, check=True)
    return set(re.findall(r"\bCA\d+", done.stdout.decode()))


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--binary", default="concadvise", help="the concadvise to test")
    args.add_argument("--filter", default="", help="only cases whose path matches this expression")
    args.add_argument("--jobs", type=int, default=2)
    args.add_argument("--extra", action="append", default=[], help="further flag for concadvise")
    args.add_argument("--compile-only", action="store_true",
                      help="do not run concadvise: check that gcc accepts each case without a warning")
    args.add_argument("-v", "--verbose", action="store_true", help="print the output of failed cases")
    options = args.parse_args()
    cases = [c for c in collect() if re.search(options.filter, c.name)]
    if os.sep in options.binary:
        options.binary = os.path.abspath(options.binary)

    known = known_rules(options.binary) if not options.compile_only else None
    if known is not None:  # cases may be written before their rule
        left_out = [c for c in cases if not c.rules <= known]
        cases = [c for c in cases if c.rules <= known]
        if left_out:
            print(f"{len(left_out)} cases left out: the program has no rule for them yet")

    def work(case):
        return compile_check(case) if options.compile_only else case.run(options.binary, options.extra)

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for case, (problems, output) in zip(cases, pool.map(work, cases)):
            if problems:
                failed += 1
                print(f"FAIL {case.name}")
                for problem in problems:
                    print(f"    {problem}")
                if options.verbose:
                    print(output)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
