#!/usr/bin/env python3
"""How long a commit waits: a generated project of N files in a git repository, M of them changed and staged.

    tests/perf/hook.py BINARY [--files 500] [--changed 5] [--runs 3]

Prints the times of a cold check, of a warm one, and of `hook run` and of a whole-project check (what pre-commit
calls) after each change: the first run after one parses the changed files, the others take all from the cache.
The CPU time beside them is what a busy machine does not change.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

HEADER = """#pragma once
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct item { struct item *next; char name[32]; long value; };
struct list { pthread_mutex_t lock; struct item *first; unsigned n; };
"""
PART = """#include "common.h"
%(includes)s
static struct list list%(i)d = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
static struct item *find%(i)d(const char *name)
{
    for (struct item *p = list%(i)d.first; p; p = p->next) {
        if (!strcmp(p->name, name))
            return p;
    }
    return NULL;
}
int add%(i)d(const char *name, long value)
{
    pthread_mutex_lock(&list%(i)d.lock);
    struct item *p = find%(i)d(name);
    if (!p && (p = calloc(1, sizeof *p))) {
        snprintf(p->name, sizeof p->name, "%%s", name);
        p->next = list%(i)d.first;
        list%(i)d.first = p;
        list%(i)d.n++;
    }
    if (p)
        p->value += value + %(change)d;
    pthread_mutex_unlock(&list%(i)d.lock);
    return p ? 0 : -1;
}
long sum%(i)d(int depth)
{
    long total = 0;
    pthread_mutex_lock(&list%(i)d.lock);
    for (struct item *p = list%(i)d.first; p; p = p->next)
        total += p->value;
    pthread_mutex_unlock(&list%(i)d.lock);
    return depth > 0 ? total%(calls)s : total;
}
"""
MAIN = """#include "common.h"
%s
static void *work(void *arg)
{
    return (void *)sum0(%d + (arg != 0));
}
int main(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    add1("x", 1);
    pthread_join(thread, NULL);
    return 0;
}
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def write_part(top, i, n, change):
    near = [k for k in (i + 1, i + 2, 2 * i + 1) if k < n]
    write("%s/src/part%d.c" % (top, i), PART % {
        "i": i, "change": change, "includes": "\n".join('#include "part%d.h"' % k for k in [i, *near]),
        "calls": "".join(" + sum%d(depth - 1)" % k for k in near)})


def make(top, n):
    write(top + "/src/common.h", HEADER)
    for i in range(n):
        write("%s/src/part%d.h" % (top, i), "int add%d(const char *name, long value);\nlong sum%d(int depth);\n" % (i, i))
        write_part(top, i, n, 0)
    write(top + "/src/main.c", MAIN % ('#include "part0.h"\n#include "part1.h"', 3))


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(words, top):
    """(seconds, of CPU time)"""
    start, cpu = time.monotonic(), cpu_seconds()
    done = subprocess.run(words, cwd=top, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode > 1:
        raise SystemExit("%s: exit code %d\n%s" % (words, done.returncode, done.stderr.decode()))
    return time.monotonic() - start, cpu_seconds() - cpu


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("binary")
    args.add_argument("--files", type=int, default=500)
    args.add_argument("--changed", type=int, default=5)
    args.add_argument("--runs", type=int, default=3)
    o = args.parse_args()
    binary = os.path.abspath(o.binary)
    top = tempfile.mkdtemp(prefix="concadvise-perf-")
    try:
        make(top, o.files)
        for words in (["init", "-q"], ["add", "-A"],
                      ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "start"]):
            run(["git", *words], top)
        print("cold check: %.2f s (CPU %.2f s)" % run([binary, "-q"], top))
        print("warm check: %.2f s (CPU %.2f s)" % run([binary, "-q"], top))
        times = {"hook run": [], "--whole-project": [], "--diff-base=HEAD": []}
        for k in range(o.runs):
            for number, (name, words) in enumerate((("hook run", ["hook", "run"]), ("--whole-project", ["-q", "--whole-project"]),
                                                    ("--diff-base=HEAD", ["-q", "--diff-base=HEAD"]))):
                files = [(o.changed * (3 * k + number) + i) % o.files for i in range(o.changed)]
                for i in files:
                    write_part(top, i, o.files, k + 1)
                run(["git", "add", "-A"], top)
                names = ["src/part%d.c" % i for i in files] if name == "--whole-project" else []
                times[name].append(run([binary, *words, *names], top))
        for name, all_of_them in times.items():
            print("%s, %d changed files of %d: %s; median %.2f s (CPU %.2f s)" % (
                name, o.changed, o.files, ", ".join("%.2f" % t for t, _ in all_of_them),
                statistics.median(t for t, _ in all_of_them), statistics.median(c for _, c in all_of_them)))
    finally:
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
