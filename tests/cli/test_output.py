"""Where reports go: several in one run, to files that are whole or not there at all."""
import json
import os
import threading
import unittest

from tool import BINARY, FINDING, ToolTest

OTHERS = ("json", "sarif", "github", "gitlab", "checkstyle", "html")


class Output(ToolTest):
    def setUp(self):
        super().setUp()
        self.program()

    def here(self, name):
        return os.path.join(self.project, name)

    def test_R4_several_in_one_run(self):
        done = self.check(*[f"--format={name}:out.{name}" for name in OTHERS], "--format=text", code=1)
        self.assertIn(FINDING, done.out)
        for name in OTHERS:
            alone = self.check(f"--format={name}", code=1)
            self.assertEqual(self.read(self.here(f"out.{name}")), alone.stdout, name)
            self.assertNotIn("findings (", alone.out)

    def test_output_is_for_the_first_without_a_file(self):
        done = self.check("--format=json:a.json", "--format=sarif", "-o", "b.sarif", "--format=text", code=1)
        self.assertIn(FINDING, done.out)
        self.assertEqual(json.loads(self.read(self.here("a.json")))["schema_version"], 1)
        self.assertEqual(json.loads(self.read(self.here("b.sarif")))["version"], "2.1.0")
        self.check("-o", "c.txt", code=1)
        self.assertIn(FINDING.encode(), self.read(self.here("c.txt")))
        self.check("--format=json:-", code=1)

    def refused(self, *args, says):
        before = self.listing()
        done = self.check(*args, code=2)
        self.assertIn(says, done.err)
        self.assertEqual(done.err.count("\n"), 1, done.err)
        self.assertEqual(done.out, "")
        self.assertEqual(self.listing(), before)

    def test_R1_what_cannot_be_written_is_said_before_the_work(self):
        self.refused("--format=json:gone/out.json", says="there is no directory gone")
        self.refused("--format=json:.", says="it is a directory")
        self.refused("--format=json:", says="names no file")
        self.refused("--format=json:a", "--format=sarif:a", says="two of them go to a")
        self.refused("--format=json", "--format=text", says="only one --format")
        self.refused("--format=json:a", "-o", "b", says="every --format has a file")
        self.refused("--format=jsn:a", says="'jsn' is none of text, json")

    def test_no_file_that_is_c_still_gives_a_report(self):
        self.write("notes.txt", "")
        self.check("--whole-project", "--format=sarif:out.sarif", "--format=json", "notes.txt", code=0)
        (run,) = json.loads(self.read(self.here("out.sarif")))["runs"]
        self.assertEqual((run["results"], run["invocations"][0]["executionSuccessful"]), ([], True))
        self.assertEqual(self.check("--whole-project", "notes.txt", code=0).out, "")

    def test_a_full_disk_leaves_the_old_report(self):
        self.write("out.json", "old")
        before = self.listing()
        shell = f'trap "" XFSZ; ulimit -f 1; exec "{BINARY}" --no-cache --format=json:out.json --format=html:new.html'
        done = self.run_tool(program=("sh", "-c", shell))
        self.assertEqual(done.returncode, 2, done.err)
        self.assertIn("cannot write out.json: ", done.err)
        self.assertEqual(self.listing(), before)

    def test_devices_pipes_and_links(self):
        self.assertIn("cannot write /dev/full: ", self.check("--format=json:/dev/full", code=2).err)
        self.check("--format=json:/dev/null", code=1)
        self.assertFalse(os.path.isfile("/dev/null"))
        os.symlink("target.json", self.here("link.json"))
        self.write("target.json", "old")
        self.check("--format=json:link.json", code=1)
        self.assertTrue(os.path.islink(self.here("link.json")))
        self.assertIn(b"schema_version", self.read(self.here("target.json")))
        os.mkfifo(self.path("pipe"))
        got = []
        reader = threading.Thread(target=lambda: got.append(self.read(self.path("pipe"))))
        reader.start()
        self.check("--format=gitlab:" + self.path("pipe"), code=1)
        reader.join(30)
        self.assertEqual(len(json.loads(got[0])), 1)

    def test_standard_output_that_cannot_be_written(self):
        done = self.run_tool(program=("sh", "-c", f'exec "{BINARY}" --format=json >/dev/full'))
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot write to standard output: ", done.err)


if __name__ == "__main__":
    unittest.main()
