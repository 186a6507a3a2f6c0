"""A whole run under valgrind: everything but the parsing, which the cache has done."""
import os
import shutil
import unittest

from tool import BINARY, IS_SLOW, ToolTest

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECTS = os.path.join(HERE, "../../testdata/projects")
VALGRIND = ["valgrind", "-q", "--error-exitcode=9", "--leak-check=full",
            "--errors-for-leak-kinds=definite", "--suppressions=" + os.path.join(HERE, "valgrind.supp")]


@unittest.skipIf(IS_SLOW, "a sanitized build looks for itself")
@unittest.skipUnless(shutil.which("valgrind"), "no valgrind")
class Valgrind(ToolTest):
    def run_clean(self, *args, code):
        done = self.run_tool(*args, timeout=600, program=VALGRIND + [BINARY])
        self.assertEqual(done.returncode, code, done.err)
        self.assertNotIn("==", done.err)
        return done

    def test_sample(self):
        shutil.rmtree(self.project)
        shutil.copytree(os.path.join(PROJECTS, "sample"), self.project)
        for name in ("text", "json"):
            plain = self.check("--stats", "--format=" + name, code=1)
            done = self.run_clean("--stats", "--format=" + name, code=1)
            self.assertEqual(done.out, plain.out)
            self.assertRegex(done.err, r"(\d+) translation units, .* \1 from cache")

    def test_small_commands(self):
        self.assertIn("CA101", self.run_clean("rules", code=0).out)
        self.run_clean("explain", "CA110", code=2)


if __name__ == "__main__":
    unittest.main()
