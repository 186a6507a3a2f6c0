"""Broken input: every run of testdata/broken/expected.tsv, and what cannot be kept in a repository."""
import csv
import os
import re
import shutil
import unittest

from tool import IS_SLOW, ToolTest

BROKEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../testdata/broken")


def expectations():
    with open(os.path.join(BROKEN, "expected.tsv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


class Broken(ToolTest):
    def setUp(self):
        super().setUp()
        shutil.rmtree(self.project)
        shutil.copytree(BROKEN, self.project, symlinks=True)
        for folder, _, files in os.walk(self.project):
            for name in files:
                if name.endswith(".json.in"):
                    path = os.path.join(folder, name)
                    text = self.read(path).replace(b"@DIR@", os.path.realpath(folder).encode())
                    with open(path[:-3], "wb") as f:
                        f.write(text)

    def one(self, row):
        done = self.run_tool("--no-cache", *row["run"].split())
        text = "%s\n%s\n%s" % (row, done.out, done.err)
        self.assertIn(done.returncode, (0, 1, 2) if row["exit"] == "?" else (int(row["exit"]),), text)
        places = re.findall(r"(?m)^([^\s:][^:]*:\d+):\d+: \w+: .*\[CA101", done.out)
        if row["finding"] == "-":
            self.assertEqual(places, [], text)
        elif row["finding"] != "?":
            self.assertIn(row["finding"], places, text)
        if row["says"] != "-":
            self.assertRegex(done.err, row["says"], text)

    def test_all(self):
        before = self.listing()
        for row in expectations():
            with self.subTest(run=row["run"]):
                self.one(row)
        self.assertEqual(self.listing(), before)


class Made(ToolTest):
    def test_ten_megabytes_in_one_line(self):
        half = (1 if IS_SLOW else 5) << 20
        path = self.write("huge.c", "int x[] = {" + "1," * half + "};")
        self.program()
        done = self.check("--no-cache", code=1, timeout=300)
        self.assertIn("main.c:4:5: ", done.out)
        os.unlink(path)
        self.write("huge.c", "void f(void) {" + "g();" * (half >> 1) + "}")
        self.assertIn("main.c:4:5: ", self.check("--no-cache", code=1, timeout=300).out)

    def test_strange_names(self):
        self.program(name="a b;$(x)'\"%s.c")
        self.assertIn("a b;$(x)'\"%s.c:4:5: ", self.check(code=1).out)
        self.assertIn("a b;$(x)'\"%s.c:4:5: ", self.check(code=1).out)

    def test_a_name_that_is_not_utf8(self):
        self.program()
        os.rename(os.path.join(self.project, "main.c"),
                  os.path.join(self.project.encode(), b"caf\xe9.c"))
        self.assertIn(b"caf\xe9.c:4:5: ", self.check(code=1).stdout)
        self.check("--format=json", code=1).stdout.decode("utf-8")


if __name__ == "__main__":
    unittest.main()
