#!/usr/bin/env python3
"""Writes C programs that nobody would write by hand, to see that the analysis stays bounded.

generate.py SHAPE FOLDER [--functions N] [--globals N] [--locks N] [--calls N] [--seed N]
    [--files N] [--lines N]
    calls    functions that each call several later ones: the number of ways grows like a power
    ring     the same, but each also calls earlier ones: all are one recursive component
    locks    the functions take random locks around their accesses and calls, in random orders
    table    all functions stand in one table and are called through it, also by each other
    project  --files files in modules with headers of their own, as many --lines in all, a
             compile_commands.json: what programs mostly look like, in any size
All other shapes have two threads, and accesses to random globals and to a field of what is passed on.
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


MODULE_FILES = 20
FUNCTION_LINES = 22 # of function_text


def function_text(module, index, rng, n_functions):
    """One function as programs have them: a lock, a list, a branch, a loop, two calls."""
    own, other = (rng.randrange(index) if index else 0 for _ in range(2))
    calls = f"m{module}_f{own}(it, n - 1) + m{module}_f{other}(it->next, n / 2)" if index else "n"
    return f"""
int m{module}_f{index}(struct m{module}_item *it, int n)
{{
    int sum = 0;
    char text[32];
    if (it == NULL || n <= 0)
        return 0;
    pthread_mutex_lock(&it->lock);
    for (struct m{module}_item *at = it; at != NULL; at = at->next) {{
        if (at->count > n)
            sum += at->count;
        else if (at->name != NULL)
            sum -= (int)strlen(at->name);
    }}
    it->count = sum;
    pthread_mutex_unlock(&it->lock);
    snprintf(text, sizeof text, "%d of {index}", sum);
    if (sum > {index % 97})
        sum += {calls};
    m{module}_total += sum;
    return sum + twice(text[0]);
}}
"""


def project(args):
    import json
    rng = random.Random(args.seed)
    os.makedirs(args.folder, exist_ok=True)
    per_file = max(1, round(args.lines / args.files / FUNCTION_LINES))

    def write(name, text):
        with open(os.path.join(args.folder, name), "w", encoding="ascii") as f:
            f.write(text)

    write("common.h", "#ifndef COMMON_H\n#define COMMON_H\n#include <pthread.h>\n#include <stdio.h>\n"
          "#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n#include <sys/socket.h>\n"
          "static inline int twice(int n) { return n * 2; }\n#endif\n")
    names, modules = [], (args.files + MODULE_FILES - 1) // MODULE_FILES
    for m in range(modules):
        files = range(m * MODULE_FILES, min(args.files, (m + 1) * MODULE_FILES))
        n = len(files) * per_file
        write(f"m{m}.h", f"#ifndef M{m}_H\n#define M{m}_H\n#include \"common.h\"\n"
              f"struct m{m}_item {{ pthread_mutex_t lock; int count; const char *name; struct m{m}_item *next; }};\n"
              f"extern int m{m}_total;\n"
              + "".join(f"int m{m}_f{i}(struct m{m}_item *it, int n);\n" for i in range(n)) + "#endif\n")
        for k, f in enumerate(files):
            text = f"#include \"m{m}.h\"\n" + (f"int m{m}_total;\n" if k == 0 else "")
            text += "".join(function_text(m, i, rng, n) for i in range(k * per_file, (k + 1) * per_file))
            names.append(f"m{m}_{k}.c")
            write(names[-1], text)
    write("main.c", "#include \"common.h\"\n" + "".join(f"#include \"m{m}.h\"\n" for m in range(modules))
          + "static void *run(void *arg)\n{\n    (void)arg;\n"
          + "".join(f"    m{m}_f0(NULL, {m});\n" for m in range(modules)) + "    return NULL;\n}\n"
          "int main(void)\n{\n    pthread_t t[2];\n    for (int i = 0; i < 2; i++)\n"
          "        pthread_create(&t[i], NULL, run, NULL);\n    for (int i = 0; i < 2; i++)\n"
          "        pthread_join(t[i], NULL);\n    return 0;\n}\n")
    names.append("main.c")
    folder = os.path.realpath(args.folder)
    write("compile_commands.json", json.dumps([{"directory": folder, "file": name, "arguments":
          ["cc", "-I.", "-c", name]} for name in names], indent=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shape", choices=["calls", "ring", "locks", "table", "project"])
    parser.add_argument("folder")
    parser.add_argument("--functions", type=int, default=1000)
    parser.add_argument("--globals", type=int, default=10000)
    parser.add_argument("--locks", type=int, default=200)
    parser.add_argument("--calls", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--lines", type=int, default=200000)
    args = parser.parse_args()
    if args.shape == "project":
        project(args)
        return
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
