#!/usr/bin/env python3
"""Asks ThreadSanitizer whether the cases of races and lock orders are what they say they are.

Each case of <testdata>/rules/<ID>/{bad,good}/ is a program that runs by itself. It is compiled with
-fsanitize=thread and run:
    bad    a report must name each line that has an `// expect:`; several tries: schedules are luck
    good   no report, and exit status 0
So neither what is a race nor what is none is only this project's opinion. Of CA205 the bad cases must
make it report an inversion of the lock order, and may hang in it; the good ones need only be free of
races, since it knows neither gate locks nor which threads can meet. Comments it reads:
    // flags: <compiler flags>       as the rule's own runner does
    // link: <libraries>             for the program, where its #includes do not tell
    // truth: tsan-flags: <flags>    further compiler flags, here only
    // truth: helgrind               valgrind's helgrind is asked instead
    // truth: exit: <reason>         bad: no tool sees it; the program itself sees the lost update and
                                     ends with status 1 in one of the tries
    // truth: none: <reason>         neither can see it (the reason says why); it must compile and end
The shim folder replaces <threads.h> and tells ThreadSanitizer about the locks of GLib, which it does
not know: the functions are the same, the lock operations are announced.
"""
import argparse
import concurrent.futures
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.normpath(os.path.join(HERE, "..", "..", "testdata"))
SHIM = os.path.join(HERE, "shim")
EXPECT = re.compile(r"//\s*(?:expect:|wrong:\s*missed)")
LIBRARIES = {"uv.h": "-luv", "glib.h": "-lglib-2.0", "event2/event.h": "-levent",
             "event2/thread.h": "-levent_pthreads"}
INCLUDE = re.compile(r"^#include <([^>]+)>")
COMMENT = re.compile(r"^// (flags|link|truth):\s*(.*)$")
MAIN = re.compile(r"^int main\(", re.M)
WARNINGS = ["-Wall", "-Wextra"]
TRIES = 40
REPORT = {"tsan": re.compile(r"^WARNING: ThreadSanitizer: (?:data race|heap-use-after-free)", re.M),
          "order": re.compile(r"^WARNING: ThreadSanitizer: lock-order-inversion", re.M),
          "helgrind": re.compile(r"Possible data race during")}


class Case:
    """One program, and how its truth is found. A folder with several main() has several programs."""

    def __init__(self, path, kind, rule, main=None):
        self.path, self.kind, self.main = path, kind, main
        self.is_order = rule == "CA205" and kind == "bad"
        self.checks_itself = rule == "CA201"
        self.name = os.path.relpath(main or path, TESTDATA)
        self.flags, self.link, self.tsan_flags = ["-std=gnu11"], ["-pthread"], []
        self.way, self.reason = "tsan", ""
        self.lines = []
        for file in self.files():
            self.read(file)
        if self.is_order and self.way == "tsan":
            self.way, self.lines = "order", []

    def files(self):
        if os.path.isfile(self.path):
            return [self.path]
        files = (os.path.join(self.path, n) for n in os.listdir(self.path))
        others = [m for m in mains(self.path) if self.main and m != self.main]
        return sorted(f for f in files if f.endswith((".c", ".h")) and f not in others)

    def sources(self):
        return [f for f in self.files() if f.endswith(".c")]

    def read(self, file):
        with open(file, encoding="utf-8") as source:
            for number, line in enumerate(source, 1):
                if EXPECT.search(line):
                    self.lines.append(f"{os.path.basename(file)}:{number}")
                included = INCLUDE.match(line)
                if included and included.group(1) in LIBRARIES:
                    self.link.append(LIBRARIES[included.group(1)])
                comment = COMMENT.match(line)
                if comment:
                    self.note(comment.group(1), comment.group(2).strip())

    def note(self, what, text):
        if what == "flags":
            self.flags += shlex.split(text)
        elif what == "link":
            self.link += shlex.split(text)
        elif text.startswith("tsan-flags:"):
            self.tsan_flags += shlex.split(text.partition(":")[2])
        else:
            self.way, _, self.reason = text.partition(":")

    def problems_of_comments(self):
        if self.way not in ("tsan", "order", "helgrind", "exit", "none"):
            return [f"`// truth: {self.way}` is not known"]
        if self.way in ("exit", "none") and len(self.reason.strip()) < 15:
            return [f"`// truth: {self.way}` needs a reason"]
        if self.way == "exit" and self.kind == "good":
            return ["`// truth: exit` is for bad cases"]
        return []


def mains(folder):
    """The files of a folder that have a main()."""
    found = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as source:
            if name.endswith(".c") and MAIN.search(source.read()):
                found.append(path)
    return found


def run(command, timeout, env=None):
    """Returns (exit status or None after the time-out, output)."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout, check=False, env=env)
    except subprocess.TimeoutExpired as stopped:
        return None, (stopped.output or b"").decode("utf-8", "replace")
    return done.returncode, done.stdout.decode("utf-8", "replace")


def compile_case(case, compiler, folder):
    """Returns (program or None, problems). gcc must have no warning; it is asked first."""
    status, text = run(["gcc", *WARNINGS, *case.flags, "-pthread", "-fsyntax-only",
                        *case.sources()], 60)
    if status != 0 or text.strip():
        return None, ["gcc: " + text.strip()]
    program = os.path.join(folder, case.name.replace(os.sep, "-") + ".out")
    command = [compiler, "-g", "-O0", *case.flags, "-o", program]
    if case.way in ("tsan", "order"):
        command += ["-fsanitize=thread", "-I", SHIM, *case.tsan_flags]
        if "-lglib-2.0" in case.link:
            command += ["-include", os.path.join(SHIM, "glib_locks.h")]
    status, text = run([*command, *case.sources(), *case.link], 60)
    return (program, []) if status == 0 else (None, [compiler + ": " + text.strip()])


def execute(case, program):
    tsan = "exitcode=66 report_thread_leaks=0 report_signal_unsafe=0 report_mutex_bugs=0 " \
           f"detect_deadlocks={int(case.way == 'order')} suppressions={SHIM}/suppressions.txt"
    env = dict(os.environ, TSAN_OPTIONS=tsan)
    command = [program]
    if case.way == "helgrind":
        command = ["valgrind", "--tool=helgrind", "--error-exitcode=66", program]
    return run(command, 3 if case.way == "order" else 40, env)


def judge_good(case, program):
    status, text = execute(case, program)
    report = REPORT.get(case.way)
    if report and report.search(text):
        return ["a race is reported in a good case"], text
    if status is None:
        return ["it does not end"], text
    is_fine = status == 0 or status == 1 and not case.checks_itself
    return ([] if is_fine else [f"exit status {status}"]), text


def judge_bad(case, program):
    seen, missing, last = "", [], ""
    for _ in range(TRIES if case.way != "none" else 1):
        status, last = execute(case, program)
        if status is None and case.way != "order":
            return ["it does not end"], last
        if case.way == "none":
            return ([] if status in (0, 1) else [f"exit status {status}"]), last
        if case.way == "exit":
            if status == 1:
                return [], last
            continue
        if REPORT[case.way].search(last):
            seen += last
        missing = [l for l in case.lines if not re.search(re.escape(l) + r"\b", seen)]
        if seen and not missing:
            return [], seen
    if not seen:
        return [f"nothing is reported in {TRIES} tries"], last
    return [f"no report names {line}" for line in missing], seen


def check(case, compiler, folder):
    problems = case.problems_of_comments()
    if problems:
        return problems, ""
    program, problems = compile_case(case, compiler, folder)
    if program is None:
        return problems, ""
    try:
        return (judge_bad if case.kind == "bad" else judge_good)(case, program)
    finally:
        os.unlink(program)


def collect(rules):
    for rule in rules:
        for kind in ("bad", "good"):
            folder = os.path.join(TESTDATA, "rules", rule, kind)
            for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
                path = os.path.join(folder, name)
                if name.endswith(".c"):
                    yield Case(path, kind, rule)
                elif os.path.isdir(path):
                    for program in mains(path):
                        yield Case(path, kind, rule, program)
        yield from known_wrong(rule)


def known_wrong(rule):
    """Cases that concadvise gets wrong: what is true of them is asked all the same."""
    folder = os.path.join(TESTDATA, "known-wrong")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not name.endswith(".c"):
            continue
        with open(path, encoding="utf-8") as source:
            text = source.read()
        if re.search(rf"//\s*wrong:\s*(?:missed|false)\s+{rule}\b", text) and "main(" in text:
            yield Case(path, "bad" if EXPECT.search(text) else "good", rule)


def find_compiler(folder):
    """A compiler whose ThreadSanitizer programs run on this machine, or None. Not clang: it takes
    locals whose address goes to pthread_create() for private, and misses races on them."""
    source = os.path.join(folder, "probe.c")
    with open(source, "w", encoding="utf-8") as probe:
        probe.write("int main(void) { return 0; }\n")
    for name in ("gcc", "gcc-14", "gcc-13", "gcc-12"):
        program = os.path.join(folder, "probe.out")
        command = [name, "-fsanitize=thread", source, "-o", program]
        if shutil.which(name) and run(command, 60)[0] == 0 and run([program], 20)[0] == 0:
            return name
    return None


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--rule", action="append",
                      help="rules whose cases are run; default: CA201 and CA205")
    args.add_argument("--filter", default="", help="only cases whose path matches this expression")
    args.add_argument("--compiler", help="one with ThreadSanitizer; default: the first that works")
    args.add_argument("--jobs", type=int, default=2)
    args.add_argument("-v", "--verbose", action="store_true", help="print what failed cases said")
    options = args.parse_args()
    cases = [c for c in collect(options.rule or ["CA201", "CA205"])
             if re.search(options.filter, c.name)]
    failed, by_way = 0, {}
    with tempfile.TemporaryDirectory(prefix="truth-") as folder:
        compiler = options.compiler or find_compiler(folder)
        if compiler is None:
            print("skipped: no compiler with ThreadSanitizer")
            return 77
        has_valgrind = shutil.which("valgrind") is not None
        cases = [c for c in cases if has_valgrind or c.way != "helgrind"]
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for case, (problems, output) in zip(
                    cases, pool.map(lambda c: check(c, compiler, folder), cases)):
                by_way[case.way] = by_way.get(case.way, 0) + 1
                if problems:
                    failed += 1
                    print(f"FAIL {case.name}")
                    for problem in problems:
                        print(f"    {problem}")
                    if options.verbose:
                        print(output)
    print("found out by: " + ", ".join(f"{way} {n}" for way, n in sorted(by_way.items())))
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
