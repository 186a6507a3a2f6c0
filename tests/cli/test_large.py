"""Large trees and large files. CONCADVISE_FILES=100000 runs the long form; docs/fuzzing.md has what came out.

What a run takes is bounded by its largest file, not by their number, up to the linked program: the parsing processes
do not grow with the number of files, and neither do the descriptors that are open at once.
"""
import os
import re
import subprocess
import time
import unittest

from tool import BINARY, FINDING, IS_SLOW, ToolTest

FILES = int(os.environ.get("CONCADVISE_FILES", "1000" if IS_SLOW else "10000"))
TINY = "int g%d;\nint f%d(int a)\n{\n    return a + g%d;\n}\n"
SIZES = re.compile(r"stats: linked program (\d+) kB .* (\d+\.\d) kB per KLOC[\s\S]*peak (\d+) kB \(parser (\d+) kB\)")


class Large(ToolTest):
    def tree(self, n):
        for i in range(n):
            self.write("d%02d/e%d/f%06d.c" % (i % 50, i % 7, i), TINY % (i, i, i))

    def sizes(self, *args):
        """(kB of the linked program, kB for a thousand lines, peak kB, peak kB of a parser)"""
        done = self.run_tool("--stats", "--no-cache", "-j2", *args, timeout=1800)
        found = SIZES.search(done.err)
        self.assertTrue(found, done.err)
        return [float(x) for x in found.groups()]

    def test_many_files(self):
        self.program()
        self.tree(FILES - 1)
        cold = self.check("-j2", code=1, timeout=3600)
        self.assertIn(FINDING, cold.out)
        self.assertIn("; %d translation units, 0 partial, " % FILES, cold.err)
        warm = self.check("-j2", code=1, timeout=1800)
        self.assertEqual(warm.out, cold.out)
        self.assertIn(" %d from cache" % FILES, warm.err)

    @unittest.skipIf(IS_SLOW, "a sanitizer's memory is its own")
    def test_memory_does_not_grow_with_the_number_of_files(self):
        few, many = 150, 1500
        self.tree(few)
        small = self.sizes()
        self.tree(many)
        large = self.sizes()
        self.assertLess(large[3], small[3] * 1.3 + 8000) # the parser
        self.assertLess(large[1], small[1] * 1.3)        # for a thousand lines: linear
        # What is not the parser's is the linked program, and what the run knows of each file.
        self.assertLess(large[2] - small[2], 3 * (large[0] - small[0]) + 8 * (many - few) + 8000)

    def test_descriptors_do_not_grow_with_the_number_of_files(self):
        self.tree(300)
        env = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"))
        run = subprocess.Popen([BINARY, "-j3"], cwd=self.project, env=env, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        most = 0
        while run.poll() is None:
            try:
                most = max(most, len(os.listdir("/proc/%d/fd" % run.pid)))
            except OSError:
                pass
            time.sleep(0.002)
        self.assertEqual(run.returncode, 0)
        self.assertGreater(most, 3)
        self.assertLess(most, 30)

    @unittest.skipIf(IS_SLOW, "takes long")
    def test_fifty_megabytes(self):
        """Of text that costs nothing, and of text that the parser needs much memory for: that may cost the file."""
        self.program()
        path = self.write("comment.c", "int before;\n" + "/* " + "x" * (50 << 20) + " */\nint after;\n")
        self.assertIn(FINDING, self.check("--no-cache", code=1, timeout=300).out)
        os.unlink(path)
        self.write("numbers.c", "int x[] = {" + "1,\n" * (17 << 20) + "};\n")
        done = self.check("--no-cache", code=1, timeout=900)
        self.assertIn(FINDING, done.out)
        self.assertRegex(done.err, r"; (2 translation units|1 translation unit, 0 partial, 1 not analysed)")


if __name__ == "__main__":
    unittest.main()
