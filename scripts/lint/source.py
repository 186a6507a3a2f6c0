"""What the lint scripts share: which files there are, and C text without comments and strings."""
import os
import re
import sys

SKIPPED_DIRS = {".git", ".concadvise", ".ccache", "__pycache__"}
TOKEN = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def root():
    """The tree to check: the first argument, or the tree this script lies in."""
    if len(sys.argv) > 1:
        return os.path.abspath(sys.argv[1])
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def files(top, *rooms, endings=(".c", ".h")):
    """Paths below top/room for each room (top itself when none is given), relative to top, sorted."""
    found = []
    for room in rooms or (".",):
        for directory, subdirs, names in os.walk(os.path.join(top, room)):
            subdirs[:] = sorted(d for d in subdirs
                                if d not in SKIPPED_DIRS and not d.startswith("build"))
            for name in names:
                if name.endswith(endings):
                    found.append(os.path.relpath(os.path.join(directory, name), top))
    return sorted(found)


def read(top, path):
    with open(os.path.join(top, path), encoding="utf-8", errors="surrogateescape") as f:
        return f.read()


def code_only(text):
    """The text with comments blanked and strings emptied; line numbers stay the same."""
    def blank(match):
        token = match.group(0)
        if token[0] in "\"'":
            return token[0] * 2
        return " " + "\n" * token.count("\n")
    return TOKEN.sub(blank, text)


def finish(problems):
    """Prints the problems and ends the program."""
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
