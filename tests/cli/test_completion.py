"""Completion, as the shells would ask for it. bash is run; zsh is checked for its syntax where it is there."""
import re
import shlex
import shutil
import subprocess
import unittest

from tool import BINARY, ToolTest


@unittest.skipUnless(shutil.which("bash"), "no bash")
class Bash(ToolTest):
    def complete(self, *words):
        """What bash offers for the last word; words as bash cuts them, "=" apart."""
        script = self.check("--completion", "bash", code=0).out
        array = " ".join(shlex.quote(w) for w in ("concadvise", *words))
        text = (script + f"\nCOMP_WORDS=({array}); COMP_CWORD={len(words)}; _concadvise\n"
                "printf '%s\\n' \"${COMPREPLY[@]}\"\n")
        done = subprocess.run(["bash", "--norc", "--noprofile", "-u", "-c", text], cwd=self.project,
                              capture_output=True, timeout=30)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stderr)
        return [w for w in done.stdout.decode().split("\n") if w]

    def rules(self):
        return re.findall(r"^(CA\d+)", self.check("rules", code=0).out, re.MULTILINE)

    def test_commands_and_files(self):
        self.write("adv file.c", "")
        self.assertEqual(self.complete("adv"), ["adv file.c", "advise"])
        self.assertEqual(self.complete("ben"), ["bench"])
        self.assertEqual(self.complete("check", "ben"), [])
        self.assertIn("adv file.c", self.complete(""))

    def test_options_of_the_command(self):
        self.assertEqual(self.complete("--sele"), ["--select="])
        self.assertEqual(self.complete("--min-c"), ["--min-confidence="])
        self.assertIn("--quick", self.complete("bench", "--"))
        self.assertNotIn("--quick", self.complete("check", "--"))
        self.assertNotIn("--select=", self.complete("bench", "--"))
        self.assertNotIn("--man-page", self.complete("--"))

    def test_every_option_of_the_help_is_known(self):
        offered = set()
        for command in ("check", "graph", "bench", "advise", "matrix", "cache", "hook", "rules", "explain"):
            offered.update(w.rstrip("=") for w in self.complete(command, "--"))
        told = set(re.findall(r"^  (?:-\w, |    )(--[\w-]+)", self.check("--help", code=0).out, re.MULTILINE))
        self.assertGreater(len(told), 50)
        self.assertEqual(offered, told)

    def test_values(self):
        self.assertEqual(self.complete("--format", "=", "s"), ["sarif"])
        self.assertEqual(self.complete("--format", "h"), ["html"])
        self.assertEqual(self.complete("--fail-on", "="), ["note", "warning", "error", "none"])
        self.assertEqual(self.complete("--list-rules", "=", "j"), ["json"])
        self.assertEqual(self.complete("--select", "=", "CA1"), [r for r in self.rules() if r < "CA2"])
        self.assertEqual(self.complete("--ignore", "=", "CA101,CA5"), ["CA101,CA501"])
        self.assertEqual(self.complete("bench", "--model", "thread"), ["threads", "thread-pool"])
        self.assertEqual(self.complete("-j", ""), [])

    def test_files_and_folders(self):
        self.write("one.json", "")
        self.write("sub dir/x.c", "")
        self.assertEqual(self.complete("--baseline", "o"), ["one.json"])
        self.assertEqual(self.complete("-p", "s"), ["sub dir"])
        self.assertEqual(self.complete("-p", "o"), [])

    def test_words_of_commands(self):
        self.assertEqual(self.complete("explain", "CA"), self.rules())
        self.assertEqual(self.complete("hook", ""), ["install", "uninstall", "run"])
        self.assertEqual(self.complete("cache", "s"), ["stats"])


class Zsh(ToolTest):
    def test_an_unknown_shell(self):
        self.assertIn("'fish' is none of bash, zsh", self.check("--completion", "fish", code=2).err)

    def test_names_everything(self):
        text = self.check("--completion", "zsh", code=0).out
        self.assertTrue(text.startswith("#compdef concadvise\n"))
        for name in re.findall(r"^  (?:-\w, |    )(--[\w-]+)", self.check("--help", code=0).out, re.MULTILINE):
            self.assertRegex(text, r"(?m)^ +'\*?%s(=-?)?\[" % re.escape(name))

    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_is_well_formed(self):
        done = subprocess.run(["sh", "-c", f'"{BINARY}" --completion zsh > "$1" && zsh -n "$1"', "sh", self.path("z")],
                              capture_output=True, timeout=30)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


if __name__ == "__main__":
    unittest.main()
