#!/usr/bin/env python3
"""The lint scripts find what they are for: each case is a small tree with one fault in it."""
import os
import subprocess
import sys
import tempfile
import unittest

LINT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts", "lint")
TREE = {
    "CMakeLists.txt": "set(ROOMS base unit parse db\n rules)\n",
    "README.md": "| id | name |\n|---|---|\n| CA101 | blocking |\n",
    "analyzer/main.c": "int main(void)\n{\n    exit(0);\n}\n",
    "analyzer/base/base.c": "#include \"base/base.h\"\n/* strcpy(a, b) */ const char *s = \"system(1)\";\n",
    "analyzer/parse/tu.c": "#include <clang-c/Index.h>\n#include \"unit/unit.h\"\n#include \"tu.h\"\n",
    "db/store.c": "#include <sqlite3.h>\n",
    "rules/rules.def": "RULE(CA101, blocking, \"blocking\", LEVEL_WARNING, 1322,\n     \"x\")\n",
    "rules/blocking.c": "int x;\n",
    "rules/docs/CA101.md": "# CA101 blocking\n",
    "testdata/rules/CA101/bad/a.c": "int x;\n",
    "testdata/rules/CA101/good/a.c": "int x;\n",
}


def run(script, changes):
    """(exit code, output) of the script over TREE with changes; a None removes the file."""
    with tempfile.TemporaryDirectory() as top:
        for path, text in {**TREE, **changes}.items():
            if text is None:
                continue
            full = os.path.join(top, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as f:
                f.write(text)
        done = subprocess.run([sys.executable, os.path.join(LINT, script), top],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


class LintTest(unittest.TestCase):
    def good(self, script, changes=None):
        self.assertEqual(run(script, changes or {}), (0, ""))

    def bad(self, script, changes, said):
        code, out = run(script, changes)
        self.assertEqual(code, 1, out)
        self.assertIn(said, out)

    def test_clean_tree(self):
        for script in ("layers.py", "banned.py", "sizes.py", "rules.py", "words.py"):
            with self.subTest(script):
                self.good(script)

    def test_requirements(self):
        all_of_them = "".join("def test_R%d_x(): pass\n" % n for n in range(3, 31))
        tree = {"docs/requirements.md": "".join("| R%d | x |\n" % n for n in range(1, 24)),
                "docs/formats.md": "".join("- R%d: x\n" % n for n in range(24, 31)),
                "tests/cli/test_x.py": all_of_them + "def test_R1_R2_both(): pass\n"}
        self.good("requirements.py", tree)
        self.bad("requirements.py", {**tree, "tests/cli/test_x.py": all_of_them}, "R1 has no test named after it")
        self.bad("requirements.py", {**tree, "docs/formats.md": ""}, "R24 is not explained")
        self.bad("requirements.py", {**tree, "tests/cli/test_y.py": "def test_R31_x(): pass\n"}, "after R31, which is none")
        self.good("requirements.py", {**tree, "tests/cli/test_x.py": all_of_them,
                                      "tests/unit/test_y.c": "static void test_r1_r2_y(void **state)\n"})

    def test_layers(self):
        self.bad("layers.py", {"analyzer/unit/u.c": "int a;\n#include \"rules/rules.h\"\n"},
                 "analyzer/unit/u.c:2: includes \"rules/rules.h\": rules comes after unit")
        self.bad("layers.py", {"analyzer/unit/u.c": "#  include <clang-c/Index.h>\n"},
                 "u.c:1: includes clang-c/Index.h")
        self.bad("layers.py", {"rules/r.c": "#include <sqlite3.h>\n"}, "includes sqlite3.h")
        self.bad("layers.py", {"analyzer/unit/u.c": "#include \"nowhere/n.h\"\n"}, "in no room")
        self.bad("layers.py", {"analyzer/other/o.c": "int x;\n"}, "not in ROOMS")
        self.bad("layers.py", {"rules/r.c": "void f(void)\n{\n    exit (1);\n}\n"}, "rules/r.c:3: exit()")
        self.good("layers.py", {"analyzer/base/b.c": "void f(void)\n{\n    _exit(2);\n}\n"})

    def test_banned(self):
        self.bad("banned.py", {"rules/r.c": "\n/*\n*/ int x = atoi (s);\n"}, "rules/r.c:3: atoi()")
        self.bad("banned.py", {"db/d.c": "sprintf(b, \"x\");\n"}, "db/d.c:1: sprintf()")
        self.good("banned.py", {"db/d.c": "snprintf(b); o->system(1); my_system(2); // strcat(\n"})

    def test_sizes(self):
        self.bad("sizes.py", {"rules/r.c": "x" * 101 + "\n"}, "rules/r.c:1: 101 columns")
        self.good("sizes.py", {"rules/r.c": "\u00e4" * 100 + "\n"})
        self.bad("sizes.py", {"rules/r.c": "\n" * 901}, "901 lines")
        self.bad("sizes.py", {"rules/r.h": "\n" * 251}, "251 lines")
        self.bad("sizes.py", {"rules/r.c": "{\n" + "x;\n" * 99 + "}\n"}, "function of 101 lines")
        self.bad("sizes.py", {"rules/r.c": "int f(int a) {\n" + "    if (a) {\n    }\n" * 50 + "}\n"},
                 "function of 102 lines")
        self.good("sizes.py", {"rules/r.c": "{\n" + "x;\n" * 98 + "}\n"})
        self.bad("sizes.py", {"rules/r.c": "x; \n"}, "blanks at the end")
        self.bad("sizes.py", {f"rules/r{i}.c": "x;\n" * 800 for i in range(2)}, "0 asserts in")

    def test_rules(self):
        for gone in ("rules/blocking.c", "rules/docs/CA101.md", "testdata/rules/CA101/bad/a.c",
                     "testdata/rules/CA101/good/a.c"):
            with self.subTest(gone):
                self.bad("rules.py", {gone: None}, "CA101 has no ")
        self.bad("rules.py", {"README.md": "none\n"}, "no row for CA101")
        self.bad("rules.py", {"README.md": TREE["README.md"] + "| CA999 | x |\n"}, "has CA999")
        self.bad("rules.py", {"rules/docs/CA102.md": "# CA102\n"}, "no such rule")
        self.bad("rules.py", {"testdata/rules/CA102/bad/a.c": "x\n"}, "no such rule")
        self.bad("rules.py", {"rules/rules.def": "\n"}, "no RULE line found")

    def test_words(self):
        self.bad("words.py", {"a.md": "see /wo" + "rk/x\n"}, "a.md:1: ")
        self.bad("words.py", {"a.py": "# TO" + "DO\n"}, "open end")
        self.good("words.py", {"a.md": "a frame/work/x, base-XXXXXX, network\n"})


if __name__ == "__main__":
    unittest.main()
