"""Damages C files in many ways, and demands that the program reads what is left: exit code 0 or 1, no fault of its
own, no file given up, an end within reasonable time and memory.

  chop.py --binary build/concadvise [--seed N] [--variants N] [--every N] [--seconds N] [--keep DIR] PATH...

Each C file below the paths is damaged --variants times: cut off, a token deleted, doubled, swapped, replaced by
another, a line deleted or doubled, bytes bent. The variants of a file are checked together, as one tree, so that what
stands behind the parser meets them too. What fails is made smaller: the one file that does it alone, if there is one,
is kept in --keep. Deterministic for a seed, unless --seconds ends it early.
"""
import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

TOKEN = re.compile(rb'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|\d[\w.]*|->|\+\+|--|&&|\|\||[<>=!]=|\s+|.', re.S)
ODD = [b"{", b"}", b"(", b")", b"[", b"]", b";", b",", b"*", b"&", b"=", b"->", b".", b"if(", b"else ", b"for(", b"while(1)",
       b"switch(", b"case 0:", b"default:", b"return ", b"goto x;", b"x:", b"struct ", b"union {", b"typedef ", b"static ",
       b"extern ", b"enum {", b"int ", b"void ", b"sizeof(", b"({", b"})", b"0", b"-1", b"0x7fffffffffffffffULL", b'""',
       b"'\\0'", b"\n#if 0\n", b"\n#endif\n", b"\n#else\n", b"\n#define int struct\n", b"\n#include __FILE__\n", b"/*", b"*/",
       b"//", b"\\\n", b"__attribute__((", b"_Atomic ", b"_Generic(", b"asm(", b"...", b"?", b":", b"\x00", b"\xff\xfe", b"\r"]
SECONDS_MAX = 300  # for the variants of one file
MEMORY_MAX = 12 << 30


def damage(text, rng):
    """One or a few of the ways to spoil a text."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        tokens = TOKEN.findall(text)
        if not tokens:
            return rng.choice(ODD)
        at, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        way = rng.randrange(10)
        if way == 0:
            text = text[:rng.randrange(len(text))]
            continue
        if way == 1:
            text = text[rng.randrange(len(text)):]
            continue
        if way == 2:
            lines = text.split(b"\n")
            line = rng.randrange(len(lines))
            lines[line:line + 1] = [] if rng.random() < 0.5 else [lines[line]] * rng.choice((2, 2, 50))
            text = b"\n".join(lines)
            continue
        if way == 3:
            place = rng.randrange(len(text))
            text = text[:place] + bytes([rng.randrange(256)]) + text[place + 1:]
            continue
        if way == 4:
            del tokens[at]
        elif way == 5:
            tokens[at:at] = [tokens[at]] * rng.choice((1, 1, 2, 300))
        elif way == 6:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif way == 7:
            tokens[at] = tokens[other]
        elif way == 8:
            tokens[at] = rng.choice(ODD)
        else:
            low, high = sorted((at, other))
            tokens[low:min(high, low + rng.choice((3, 30, 3000)))] = []
        text = b"".join(tokens)
    return text


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))


def run(binary, folder, include):
    """None, or what is wrong."""
    command = [binary, "--no-cache", "--no-config", "--no-baseline", "--select=all", "--min-confidence=low", "-v", folder]
    try:
        done = subprocess.run(command + ["--", "-I", include], capture_output=True, timeout=SECONDS_MAX,
                              check=False, preexec_fn=None if "san" in binary else limits)
    except subprocess.TimeoutExpired:
        return "no end within %d s" % SECONDS_MAX
    err = done.stderr.decode(errors="replace")
    if done.returncode not in (0, 1):
        return "exit code %d: %s" % (done.returncode, err[-2000:])
    for line in err.splitlines():
        if re.search(r"internal error|not analysed: |Sanitizer", line) and "functions" not in line:
            return line
    return None


def smaller(binary, files, include, folder):
    """The files that fail, halved as long as a half fails alone."""
    while len(files) > 1:
        for half in (files[:len(files) // 2], files[len(files) // 2:]):
            fill(folder, half)
            if run(binary, folder, include):
                files = half
                break
        else:
            return files
    return files


def fill(folder, files):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, text in files:
        with open(os.path.join(folder, name), "wb") as f:
            f.write(text)


def sources(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, dirs, names in os.walk(path):
            dirs.sort()
            for name in sorted(names):
                if name.endswith(".c"):
                    yield os.path.join(folder, name)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variants", type=int, default=20)
    parser.add_argument("--every", type=int, default=1, help="only each n-th file")
    parser.add_argument("--seconds", type=float, default=0, help="begin no file after so long")
    parser.add_argument("--keep", help="folder for what fails")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    binary, start, failed, n_files = os.path.abspath(args.binary), time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="concadvise-chop-") as top:
        folder = os.path.join(top, "tree")
        for index, path in enumerate(sources(args.paths)):
            if index % args.every or os.path.getsize(path) > 1 << 20:
                continue
            if args.seconds and time.monotonic() - start > args.seconds:
                break
            with open(path, "rb") as f:
                text = f.read()
            rng = random.Random("%d %s" % (args.seed, os.path.basename(path)))
            files = [("v%03d.c" % i, damage(text, rng)) for i in range(args.variants)]
            include = os.path.dirname(os.path.abspath(path))
            fill(folder, files)
            n_files += 1
            wrong = run(binary, folder, include)
            if not wrong:
                continue
            failed += 1
            files = smaller(binary, files, include, folder)
            print("%s (%s): %s" % (path, ", ".join(name for name, _ in files), wrong), flush=True)
            if args.keep:
                fill(os.path.join(args.keep, "%03d-%s" % (failed, os.path.basename(path)[:-2])), files)
    print("%d files, %d variants of each, seed %d: %d with faults, %.0f s" %
          (n_files, args.variants, args.seed, failed, time.monotonic() - start))
    return 1 if failed or not n_files else 0


if __name__ == "__main__":
    sys.exit(main())
