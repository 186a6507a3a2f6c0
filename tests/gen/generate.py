#!/usr/bin/env python3
"""Writes C programs that nobody would write by hand, to see that the analysis stays bounded.

generate.py SHAPE FOLDER [--functions N] [--globals N] [--locks N] [--calls N] [--seed N]
    calls    functions that each call several later ones: the number of ways grows like a power
    ring     the same, but each also calls earlier ones: all are one recursive component
    locks    the functions take random locks around their accesses and calls, in random orders
    table    all functions stand in one table and are called through it, also by each other
All shapes have two threads, and accesses to random globals and to a field of what is passed on.
"""
import argparse
import os
import random


def head(out, args):
    out.append("#include <pthread.h>\n#include <stddef.h>\n")
    out.append("struct item { pthread_mutex_t lock; int count; struct item *next; };")
    for i in range(args.globals):
        out.append(f"static int g{i};")
    for i in range(args.locks):
        out.append(f"static pthread_mutex_t l{i} = PTHREAD_MUTEX_INITIALIZER;")
    for i in range(args.functions):
        out.append(f"static int f{i}(struct item *it, int n);")
    out.append("")


def callees(shape, i, args, rng):
    n = args.functions
    if shape == "ring":
        return [rng.randrange(n) for _ in range(args.calls)] + [(i + 1) % n]
    return [rng.randrange(i + 1, n) for _ in range(args.calls) if i + 1 < n]


def function(out, i, args, rng):
    shape = args.shape
    out.append(f"static int f{i}(struct item *it, int n)\n{{")
    held = []
    if shape == "locks" and args.locks:
        held = rng.sample(range(args.locks), min(2, args.locks))
        for lock in held:
            out.append(f"    pthread_mutex_lock(&l{lock});")
    for _ in range(3):
        if args.globals:
            out.append(f"    g{rng.randrange(args.globals)} += n;")
    out.append("    pthread_mutex_lock(&it->lock);\n    it->count++;\n    pthread_mutex_unlock(&it->lock);")
    out.append("    if (n <= 0)\n        goto out;")
    for k, callee in enumerate(callees(shape, i, args, rng)):
        target = f"f{callee}"
        if shape == "table":
            target = f"table[(n + {k}) % {args.functions}]"
        out.append(f"    n += {target}({'it' if k % 2 else 'it->next'}, n - 1);")
    out.append("out:")
    for lock in reversed(held):
        out.append(f"    pthread_mutex_unlock(&l{lock});")
    out.append("    return n;\n}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shape", choices=["calls", "ring", "locks", "table"])
    parser.add_argument("folder")
    parser.add_argument("--functions", type=int, default=1000)
    parser.add_argument("--globals", type=int, default=10000)
    parser.add_argument("--locks", type=int, default=200)
    parser.add_argument("--calls", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng, out = random.Random(args.seed), []

    head(out, args)
    if args.shape == "table":
        names = ", ".join(f"f{i}" for i in range(args.functions))
        out.append(f"static int (*const table[])(struct item *, int) = {{ {names} }};\n")
    for i in range(args.functions):
        function(out, i, args, rng)
    out.append("static void *run(void *arg)\n{\n    f0(arg, 10);\n    return NULL;\n}\n")
    out.append("int main(void)\n{\n    static struct item item = {.lock = PTHREAD_MUTEX_INITIALIZER};\n"
               "    pthread_t a, b;\n\n    item.next = &item;\n    pthread_create(&a, NULL, run, &item);\n"
               "    pthread_create(&b, NULL, run, &item);\n    pthread_join(a, NULL);\n"
               "    pthread_join(b, NULL);\n    return 0;\n}")
    os.makedirs(args.folder, exist_ok=True)
    with open(os.path.join(args.folder, "generated.c"), "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
