#!/usr/bin/env python3
"""Include edges go one way: a room includes only rooms before it in the ROOMS list of CMakeLists.txt.

Outside libraries have their own rooms too: clang-c/ only in parse and extract, sqlite3.h only in db, and
ending the process belongs to main.c (exit), and to base and to forked workers (_exit).
"""
import re

import source

OUTSIDE = {"clang-c/": {"parse", "extract"}, "sqlite3.h": {"db"}, "uv.h": {"bench"}}
ENDINGS = {"exit": {"main"}, "_exit": {"base", "parse", "bench"}, "abort": set(), "quick_exit": set()}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def rooms_of(top):
    match = re.search(r"set\(ROOMS ([^)]*)\)", source.read(top, "CMakeLists.txt"))
    return match.group(1).split()


def room_of(path):
    parts = path.split("/")
    if parts[0] == "analyzer":
        return parts[1] if len(parts) > 2 else "main"
    return parts[0]


def check_include(rooms, path, room, quote, name):
    for start, allowed in OUTSIDE.items():
        if name.startswith(start) and room not in allowed:
            return f"includes {name}, which only {' and '.join(sorted(allowed))} may"
    if quote != '"' or "/" not in name or room == "main":
        return None
    target = name.split("/")[0]
    if target not in rooms:
        return f"includes \"{name}\", which is in no room"
    if rooms.index(target) > rooms.index(room):
        return f"includes \"{name}\": {target} comes after {room}"
    return None


def check_endings(path, room, code):
    for number, line in enumerate(code.split("\n"), 1):
        for name in re.findall(r"(?<![\w.>])(_?exit|abort|quick_exit)\s*\(", line):
            if room not in ENDINGS[name]:
                yield f"{path}:{number}: {name}() is not for this room"


def main():
    top = source.root()
    rooms = rooms_of(top)
    problems = []
    for path in source.files(top, "analyzer", "rules", "db", "bench"):
        text = source.read(top, path)
        room = room_of(path)
        if room != "main" and room not in rooms:
            problems.append(f"{path}:1: {room} is not in ROOMS")
            continue
        for match in INCLUDE.finditer(text):
            problem = check_include(rooms, path, room, match.group(1), match.group(2))
            if problem:
                line = text.count("\n", 0, match.start()) + 1
                problems.append(f"{path}:{line}: {problem}")
        problems.extend(check_endings(path, room, source.code_only(text)))
    source.finish(problems)


if __name__ == "__main__":
    main()
