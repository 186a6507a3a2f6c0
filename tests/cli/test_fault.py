"""Faults inside of libclang, made by a library that is preloaded (fault.c): each costs its file, which is named
with the reason, and no other file."""
import os
import re
import shutil
import subprocess
import unittest

from tool import IS_SLOW, PROGRAM, ToolTest

COMPILER = shutil.which(os.environ.get("CC", "cc"))
SAYS = {
    "segv": r"libclang crashed \(signal 11\)",
    "stack": r"libclang crashed \(signal 11\)",
    "abort": r"libclang crashed \(signal 6\)",
    "kill": r"libclang was killed \(signal 9; out of memory\?\)",
    "exit": r"the worker ended with code 7",
    "memory": r"libclang needs more memory than there is for one file",
    "nonsense": r"\S",
}


@unittest.skipUnless(COMPILER, "needs a C compiler")
@unittest.skipIf(IS_SLOW, "a sanitizer wants to be the first that is preloaded")
class Fault(ToolTest):
    def setUp(self):
        super().setUp()
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fault.c")
        self.library = self.path("fault.so")
        subprocess.run([COMPILER, "-w", "-O0", "-shared", "-fPIC", "-o", self.library, source, "-ldl"], check=True)
        self.program()
        for i in range(6):
            self.write("m%d.c" % i, PROGRAM.replace("main(", "main%d(" % i))
        self.want = self.check("--no-cache", code=1).out

    def run_with(self, *args, **kw):
        return self.check(*args, env={"LD_PRELOAD": self.library}, code=1, timeout=120, **kw)

    def test_each_costs_its_file(self):
        for word, says in SAYS.items():
            path = self.write("fault-%s.c" % word, PROGRAM.replace("main(", "other("))
            for jobs in ("-j1", "-j3"):
                with self.subTest(fault=word, jobs=jobs):
                    done = self.run_with("--no-cache", jobs)
                    self.assertEqual(done.out, self.want)
                    self.assertRegex(done.err, r"(?m)^concadvise: fault-%s\.c: not analysed: %s" % (word, says))
                    self.assertIn("1 not analysed", done.err)
            os.unlink(path)

    def test_all_at_once(self):
        for word in SAYS:
            for i in range(3):
                self.write("fault-%s%d.c" % (word, i), PROGRAM)
        for jobs in ("-j1", "-j2", "-j64"):
            done = self.run_with("--no-cache", "-v", jobs)
            self.assertEqual(done.out, self.want)
            self.assertIn("%d not analysed" % (3 * len(SAYS)), done.err)
            for word in SAYS:
                self.assertEqual(len(re.findall(r"fault-%s\d\.c: " % word, done.err)), 3)
        self.check("--strict", "--no-cache", env={"LD_PRELOAD": self.library}, code=2)

    def test_what_failed_is_tried_again(self):
        """Not kept in the cache: when the fault has gone, the file is read."""
        self.write("fault-segv.c", PROGRAM.replace("main(", "other("))
        self.assertEqual(self.run_with().out, self.want)
        self.assertIn("fault-segv.c:4:5: ", self.check(code=1).out)


if __name__ == "__main__":
    unittest.main()
