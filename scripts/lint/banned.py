#!/usr/bin/env python3
"""Calls that product code may not make, each with what to use instead."""
import re

import source

BANNED = {
    "strcpy": "arena_strdup or buf_adds", "stpcpy": "buf_adds", "strcat": "buf_adds",
    "strncat": "buf_add", "strncpy": "arena_strndup", "sprintf": "buf_addf or arena_printf",
    "vsprintf": "buf_addv", "gets": "file_read", "strtok": "strcspn", "atoi": "strtol with its end checked",
    "atol": "strtol with its end checked", "atoll": "strtoll with its end checked",
    "atof": "strtod with its end checked", "scanf": "file_read", "sscanf": "strtol and strcspn",
    "fscanf": "file_read", "system": "posix_spawn", "popen": "posix_spawn", "alloca": "an arena",
    "tmpnam": "file_write_atomic", "mktemp": "mkdtemp", "tempnam": "file_write_atomic",
    "setjmp": "return values", "longjmp": "return values", "vfork": "posix_spawn",
    "rand": "nothing: runs are deterministic", "random": "nothing: runs are deterministic",
    "localtime": "nothing: output holds no times", "gmtime": "nothing: output holds no times",
    "asctime": "nothing: output holds no times", "ctime": "nothing: output holds no times",
}
# What the benchmark measures.
MEASURED = {"bench/work_spawn.c": {"system", "popen", "vfork"}}
CALL = re.compile(r"(?<![\w.>])(" + "|".join(BANNED) + r")\s*\(")


def main():
    top = source.root()
    problems = []
    for path in source.files(top, "analyzer", "rules", "db", "bench"):
        for number, line in enumerate(source.code_only(source.read(top, path)).split("\n"), 1):
            for name in set(CALL.findall(line)) - MEASURED.get(path, set()):
                problems.append(f"{path}:{number}: {name}() is banned; use {BANNED[name]}")
    source.finish(problems)


if __name__ == "__main__":
    main()
