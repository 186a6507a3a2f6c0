"""Code that is read in part: every function with a body is counted, or named with the reason."""
import json
import re
import unittest

from tool import PROGRAM, ToolTest

BROKEN = """#include "uv_part.h"
static int whole(int a) { return a + 1; }
static int broken(int a)
{
    undeclared_type b = a;
    return whole(b);
}
static inline int also_whole(int a) { return whole(a); }
int user(int a) { return broken(a) + also_whole(a); }
"""
# Deeper than libclang follows: what stands behind it is not seen at all.
DEEP = "int before(void) { return 1; }\nint deep(int a)\n{\n%s a++; %s\n    return a;\n}\nint behind;\n"
# Deeper than extract follows, and deeper than libclang's stack: the one costs the function, the other
# the file.
TALL = "int tall(int a)\n{\n    return %sa;\n}\n"


class Accounting(ToolTest):
    def bodies(self, err):
        """(functions, in part, not analysed) of the summary line."""
        found = re.search(r"(\d+) functions?(?: \((\d+) in part, (\d+) not analysed)?", err)
        self.assertTrue(found, err)
        return tuple(int(n or 0) for n in found.groups())

    def test_part(self):
        self.program()
        self.write("part.c", BROKEN)
        done = self.check(code=1)
        self.assertEqual(self.bodies(done.err), (7, 1, 0))
        self.assertIn("1 partial", done.err)
        self.assertIn("; -v says why", done.err)
        self.assertNotIn("'broken'", done.err)
        done = self.check("-v", code=1)
        self.assertRegex(done.err, r"part\.c:3: function 'broken' analysed in part: .*undeclared")
        self.assertRegex(done.err, r"part\.c: read in part: .*undeclared")
        for name in ("whole", "also_whole", "user", "nap"):
            self.assertNotIn("'%s'" % name, done.err)
        counts = json.loads(self.check("--format=json", code=1).out)["counts"]
        self.assertEqual((counts["functions"], counts["functions_partial"]), (7, 1))

    def test_read_up_to_a_place(self):
        self.program()
        self.write("deep.c", DEEP % ("{" * 1000, "}" * 1000))
        done = self.check(code=1)
        self.assertEqual(self.bodies(done.err), (5, 1, 0))
        self.assertRegex(done.err, r"deep\.c:4: read up to here only: bracket nesting level")
        self.assertRegex(self.check("-v", code=1).err,
                         r"deep\.c:2: function 'deep' analysed in part: bracket nesting level")

    def test_not_at_all(self):
        self.program()
        self.write("tall.c", TALL % ("!" * 20000))
        done = self.check("--no-cache", code=1)
        self.assertIn("main.c:4:5: warning: ", done.out)
        if "1 translation unit" not in done.err: # a sanitizer needs less stack to give up
            self.assertEqual(self.bodies(done.err), (4, 0, 1))
            self.assertRegex(done.err, r"concadvise: tall\.c:1: function 'tall' not analysed: \S")
            self.check("--no-cache", "--strict", code=2)
        self.write("tall.c", TALL % ("!" * 400000))
        done = self.check("--no-cache", code=1)
        self.assertIn("main.c:4:5: warning: ", done.out)
        self.assertIn("1 not analysed, ", done.err)
        self.assertRegex(done.err, r"concadvise: tall\.c: not analysed: \S")
        self.assertEqual(self.bodies(done.err), (3, 0, 0))
        self.assertIn("main.c:4:5: ", self.check("--no-cache", "main.c", "tall.c", code=2).out)

    def test_the_same_from_the_cache(self):
        self.program()
        self.write("part.c", BROKEN)
        cold, warm = (re.sub(r"\d+\.\d s, .*", "", self.check("-v", code=1).err) for _ in "12")
        self.assertEqual(cold, warm)

    def test_R12_a_header_counts_once(self):
        self.write("both.h", "static inline int both(void) { return 1; }\n")
        for name in ("a.c", "b.c", "c.c"):
            self.write(name, '#include "both.h"\nstatic int own(void) { return both(); }\n')
        self.assertEqual(self.bodies(self.check(code=0).err), (4, 0, 0))

    def test_stats_add_up(self):
        self.program()
        self.write("part.c", BROKEN)
        err = self.check("--stats", code=1).err
        self.assertRegex(err, r"(?m)^concadvise: stats: 7 functions: 6 whole, 1 in part, 0 not "
                              r"analysed; \d+ calls; 34 lines in 3 files$")
        self.assertRegex(err, r"(?m)^concadvise: stats: CA101: 1 finding \(1 high, 0 medium, 0 low; "
                              r"1 shown, 0 suppressed; 29\.41 shown per KLOC\)$")
        sizes = re.search(r"(?m)^concadvise: stats: linked program (\d+) kB \(units (\d+) kB, links (\d+) kB, "
                          r"facts (\d+) kB\), (\d+\.\d) kB per KLOC$", err)
        self.assertTrue(sizes, err)
        whole, *parts = map(int, sizes.groups()[:4])
        self.assertLess(abs(whole - sum(parts)), 4)
        self.assertAlmostEqual(float(sizes.group(5)), whole / 0.034, delta=40)


class Confidence(ToolTest):
    """What is found in a function that the parser did not understand is low."""
    def test_R11_low_in_the_broken_function(self):
        self.program(PROGRAM.replace("    sleep(1);", "    undeclared_type x;\n    sleep(1);"))
        done = self.check(code=0)
        self.assertNotIn("warning", done.out)
        self.assertIn("1 in part", done.err)
        done = self.check("--min-confidence=low", "--format=json", code=1)
        found = json.loads(done.out)["findings"]
        self.assertEqual([(f["at"]["line"], f["confidence"]) for f in found], [(5, "low")])

    def test_not_in_its_neighbours(self):
        self.program(PROGRAM + BROKEN.replace('#include "uv_part.h"', ""))
        found = json.loads(self.check("--format=json", code=1).out)["findings"]
        self.assertEqual([f["confidence"] for f in found], ["high"])

    def test_a_missing_header_does_not_lower_what_does_not_need_it(self):
        self.program('#include "gone.h"\n' + PROGRAM)
        found = json.loads(self.check("--format=json", code=1).out)["findings"]
        self.assertEqual([f["confidence"] for f in found], ["high"])


if __name__ == "__main__":
    unittest.main()
