"""docs/concadvise.1 is what the option table gives. To renew: concadvise --man-page > docs/concadvise.1"""
import os
import re
import shutil
import subprocess
import unittest

from tool import ToolTest

PAGE = os.path.join(os.path.dirname(__file__), "../../docs/concadvise.1")


class ManPage(ToolTest):
    def test_is_current(self):
        self.maxDiff = None
        self.assertEqual(self.check("--man-page", code=0).stdout, self.read(PAGE))

    @unittest.skipUnless(shutil.which("man"), "no man")
    def test_is_well_formed(self):
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", PAGE],
                              capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b"EXIT STATUS", re.sub(b".\x08", b"", done.stdout))


if __name__ == "__main__":
    unittest.main()
