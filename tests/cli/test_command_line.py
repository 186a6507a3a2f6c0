"""R1, R5, R6: what words and options mean, and which of them go together."""
import os
import unittest

from tool import FINDING, PROGRAM, ToolTest


class Commands(ToolTest):
    def test_a_command_is_the_first_word_only(self):
        """A folder called like a command, named after options, is a folder: nothing is measured."""
        self.program()
        for name in ("bench", "cache", "rules"):
            self.program(name=name + "/main.c")
            done = self.check("--select=CA101", name, code=1, timeout=30)
            self.assertTrue(done.out.startswith(name + "/" + FINDING), done.out)
            for words in (("check", name), ("./" + name,), ("main.c", name)):
                self.assertIn(name + "/" + FINDING, self.check(*words, code=1, timeout=30).out)
        self.assertIn("CA101", self.check("rules", code=0).out)
        self.assertNotIn("warning:", self.check("rules", code=0).out)

    def test_a_command_in_a_later_place_is_said(self):
        self.program()
        done = self.check("--no-cache", "graph", "main", code=2)
        self.assertIn("there is no path 'graph'; the command comes first: 'concadvise graph", done.err)
        self.assertIn("nowhere.c: No such file", self.check("nowhere.c", code=2).err)

    def test_options_of_another_command_are_refused(self):
        self.program()
        for words, said in ((("bench", "--list", "--select=CA101"), "--select is for 'concadvise check', not for 'bench'"),
                            (("bench", "--list", "-j", "2"), "--jobs is for 'concadvise check', not for 'bench'"),
                            (("explain", "--format=json"), "--format is for 'concadvise check', not for 'explain'"),
                            (("explain", "CA101", "--strict"), "--strict is for"),
                            (("graph", "main", "--fail-on=note"), "--fail-on is for"),
                            (("graph", "main", "-o", "x"), "--output is for"),
                            (("cache", "path", "--baseline=x"), "--baseline is for"),
                            (("matrix", "--severity=note"), "--severity is for"),
                            (("advise", "--io=1ms", "--stats"), "--stats is for"),
                            (("hook", "install", "--select=CA101"), "hook install takes no --select"),
                            (("hook", "run", "--dot"), "--dot is for 'concadvise graph'"),
                            (("--dot",), "--dot is for 'concadvise graph', not for 'check'")):
            done = self.check(*words, code=2)
            self.assertIn(said, done.err)
            self.assertEqual(done.out, "")
        self.assertFalse(os.path.exists(os.path.join(self.project, ".git/hooks")))

    def test_options_that_several_commands_take(self):
        self.program()
        cache = self.path("elsewhere")
        self.assertEqual(self.check("cache", "path", "--cache-dir", cache, code=0).out, cache + "\n")
        self.check("graph", "main", "--no-cache", "-j2", "-q", code=0)
        self.check("matrix", "--markdown", "-q", "-o", self.path("m.md"), code=0)
        self.check("advise", "--io=1ms", "--format=json", "-v", code=0)
        self.check("hook", "uninstall", "-q", code=2) # no real repository: git says so, not the options

if __name__ == "__main__":
    unittest.main()
