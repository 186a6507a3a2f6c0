"""Progress on a terminal: only there, only when it takes a while, and nothing is left of it."""
import os
import pty
import re
import subprocess
import unittest

from tool import BINARY, ToolTest

LINE = re.compile(r"\r(\d+) of (\d+) files, (\d+) s left\x1b\[K")


class Progress(ToolTest):
    def on_terminal(self, *args):
        """What comes out at a terminal that is standard error only."""
        main, end = pty.openpty()
        with subprocess.Popen([BINARY, "--no-cache", "-j1", *args], cwd=self.project, stderr=end,
                              stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as child:
            os.close(end)
            out = b""
            while True:
                try:
                    part = os.read(main, 65536)
                except OSError: # the other end is closed
                    break
                if not part:
                    break
                out += part
            os.close(main)
            self.assertIn(child.wait(), (0, 1))
        return out.decode()

    def many_files(self):
        """Some seconds of work on any machine."""
        text = "".join(f"int f{i}(int x) {{ return x * {i} + f0(x) - (x > {i} ? x : {i}); }}\n"
                       for i in range(1, 4000))
        for i in range(20):
            self.write(f"f{i:02}.c", "static int f0(int x) { return x; }\n" + text)

    def test_line_is_rewritten_and_cleared(self):
        self.many_files()
        out = self.on_terminal()
        lines = LINE.findall(out)
        self.assertGreater(len(lines), 1, out)
        self.assertEqual({total for _, total, _ in lines}, {"20"})
        done = [int(d) for d, _, _ in lines]
        self.assertEqual(done, sorted(set(done)))
        self.assertLess(done[-1], 20)
        end = out[out.rindex(" s left\x1b[K") + len(" s left\x1b[K"):]
        self.assertTrue(end.startswith("\r\x1b[K"), end)
        self.assertNotIn("left", end)
        self.assertEqual(LINE.findall(self.on_terminal("-q")), [])

    def test_silent_elsewhere(self):
        self.many_files()
        self.assertNotIn("\x1b", self.run_tool("--no-cache", "-j1").err)

    def test_silent_when_short(self):
        self.program()
        self.assertEqual(LINE.findall(self.on_terminal()), [])


if __name__ == "__main__":
    unittest.main()
