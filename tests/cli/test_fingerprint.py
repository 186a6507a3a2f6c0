"""cmake/fingerprint_files.cmake: another hash whenever one of the sources is another."""
import os
import re
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CMAKE = os.environ.get("CMAKE_COMMAND", "cmake")


class Fingerprint(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = folder.name

    def hash_of(self, **texts):
        names = []
        for name, text in sorted(texts.items()):
            names.append(os.path.join(self.dir, name + ".c"))
            with open(names[-1], "w", encoding="utf-8") as f:
                f.write(text)
        out = os.path.join(self.dir, "out")
        subprocess.run([CMAKE, "-DOUT=" + out, "-DFILES=" + ";".join(names), "-P",
                        os.path.join(ROOT, "cmake/fingerprint_files.cmake")], check=True)
        with open(out, encoding="utf-8") as f:
            return re.search(r'return "([0-9a-f]{32})";', f.read()).group(1)

    def test_depends_on_every_source(self):
        first = self.hash_of(a="int a;", b="int b;")
        self.assertEqual(self.hash_of(a="int a;", b="int b;"), first)
        others = {self.hash_of(a="int a; ", b="int b;"), self.hash_of(a="int a;", b="int c;"),
                  self.hash_of(a="int a;"), self.hash_of(a="int b;", b="int a;"),
                  self.hash_of(a="int a;", c="int b;")}
        self.assertEqual(len(others | {first}), 6)


if __name__ == "__main__":
    unittest.main()
