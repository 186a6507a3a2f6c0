"""R22: the baseline hides what is known, and nothing else, for as long as it is the same finding."""
import json
import os
import unittest

from test_formats import schema
from tool import FINDING, PROGRAM, ToolTest

NAME = ".concadvise-baseline.json"
SECOND = PROGRAM.replace("static void on_tick", """static void doze(void)
{
    sleep(2);
}
static void on_tick""").replace("    nap();\n", "    nap();\n    doze();\n")


class Baseline(ToolTest):
    def setUp(self):
        super().setUp()
        self.program()

    def written(self, name=NAME):
        return json.loads(self.read(os.path.join(self.project, name)))["findings"]

    def hidden(self, wanted, **kw):
        done = self.check_silent(**kw)
        self.assertIn(wanted, done.err)

    def test_R22_known_findings_are_hidden_and_counted(self):
        self.assertIn(FINDING, self.check(code=1).out)
        self.check("--write-baseline", code=0)
        self.hidden(" 1 in the baseline\n")
        self.assertIn(FINDING, self.check("--no-baseline", code=1).out)

    def test_R22_one_entry_per_line_sorted_without_line_numbers(self):
        self.program(SECOND)
        self.check("--write-baseline", code=0)
        lines = self.read(os.path.join(self.project, NAME)).decode().splitlines()
        entries = [json.loads(line.rstrip(",")) for line in lines[1:-1]]
        self.assertEqual([list(e) for e in entries],
                         [["rule", "path", "function", "fingerprint", "count"]] * 2)
        self.assertEqual([(e["rule"], e["path"], e["function"], e["count"]) for e in entries],
                         [("CA101", "main.c", "doze", 1), ("CA101", "main.c", "nap", 1)])

    def test_R22_survives_line_moves(self):
        self.check("--write-baseline", code=0)
        self.program("/* one */\n\n\n" + PROGRAM)
        self.hidden(" 1 in the baseline\n")

    def test_R22_survives_reformatting(self):
        self.check("--write-baseline", code=0)
        self.program(PROGRAM.replace("    sleep(1);", "\tsleep (\n\t\t1\n\t) ;").replace(")\n{", ") {"))
        self.hidden(" 1 in the baseline\n")

    def test_R22_survives_edits_elsewhere(self):
        self.check("--write-baseline", code=0)
        self.program(PROGRAM.replace("(void)handle;", "if (handle) handle->data = 0;"))
        self.write("other.c", "int other(void) { return 7; }\n")
        self.hidden(" 1 in the baseline\n")

    def test_R22_a_new_finding_is_reported(self):
        self.check("--write-baseline", code=0)
        self.program(SECOND)
        done = self.check(code=1)
        self.assertIn("main.c:8:5: warning: ", done.out)
        self.assertNotIn("main.c:4:5: warning: ", done.out)

    def test_R22_counts_equal_findings(self):
        twice = PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n    sleep(1);\n")
        self.program(twice)
        self.check("--write-baseline", code=0)
        self.assertEqual([e["count"] for e in self.written()], [2])
        self.program(twice.replace("    sleep(1);\n", "    sleep(1);\n    sleep(1);\n", 1))
        self.assertEqual(self.check(code=1).out.count(" warning: "), 1)
        self.program() # one of the two was mended
        self.hidden(" 1 in the baseline (1 entry in it found no more: --prune-baseline)")
        self.check("--prune-baseline", code=0)
        self.assertEqual([e["count"] for e in self.written()], [1])

    def test_R22_stale_entries_are_counted_and_pruned(self):
        self.program(SECOND)
        self.check("--write-baseline", code=0)
        self.program(PROGRAM.replace("nap", "rest"))
        self.assertIn("(2 entries in it found no more", self.check(code=1).err)
        self.check("--prune-baseline", code=1) # adds nothing: the finding is still new
        self.assertEqual(self.written(), [])
        self.check("--write-baseline", code=0)
        self.assertEqual([e["function"] for e in self.written()], ["rest"])

    def test_R22_what_a_run_does_not_see_is_not_stale(self):
        self.program(PROGRAM.replace("nap", "rest"), name="sub/second.c")
        self.write("sub/uv_part.h", self.read(os.path.join(self.project, "uv_part.h")))
        self.check("--write-baseline", code=0)
        self.assertEqual(len(self.written()), 2)
        self.check("--prune-baseline", "main.c", code=0)
        self.check("--write-baseline", "--select=CA205", code=0)
        self.assertEqual(len(self.written()), 2)
        os.remove(os.path.join(self.project, "sub/second.c"))
        self.check("--prune-baseline", "main.c", code=0)
        self.assertEqual([e["path"] for e in self.written()], ["main.c"])

    def test_R22_named_file_and_show_baselined(self):
        self.check("--write-baseline", "--baseline=known.json", code=0)
        self.assertEqual(len(self.written("known.json")), 1)
        self.check(code=1)
        self.check("--baseline", "known.json", code=0)
        done = self.check("--baseline=known.json", "--show-baselined", code=0)
        self.assertIn(FINDING, done.out)
        self.assertIn("(in the baseline)", done.out)

    def test_R22_a_damaged_file_is_an_error(self):
        good = {"rule": "CA101", "path": "main.c", "function": "nap", "fingerprint": "0" * 16, "count": 1}
        def file(**change):
            return json.dumps({"baseline_version": 1, "findings": [dict(good, **change)]})
        self.write(NAME, file())
        self.check(code=1)
        for text in ("", "{", "[]", "null", "[" * 100000, '{"baseline_version": 1}', "\xff\xfe",
                     '{"baseline_version": 2, "findings": []}', file(count=0), file(count=-1),
                     file(count=1e30), file(count=10 ** 18), file(fingerprint="0"), file(rule=None),
                     file(fingerprint="../../etc/passwd"), file(path=["a"]), file(function=7),
                     file(path="a\0b"), '{"baseline_version": 1, "findings": [1]}'):
            path = self.write(NAME, text)
            done = self.check(code=2)
            self.assertIn("concadvise: baseline: ", done.err, text[:60])
            self.check("--write-baseline", code=2) # and is not written over
            self.assertEqual(self.read(path), text.encode())
        self.check("--baseline=gone.json", code=2)
        os.remove(path)
        os.mkdir(path)
        self.check(code=2)

    def test_R22_nothing_is_written_when_a_named_file_cannot_be_read(self):
        self.check("--write-baseline", "--no-baseline", code=2)
        self.check("--write-baseline", "gone.c", code=2)
        self.assertFalse(os.path.exists(os.path.join(self.project, NAME)))

    def test_R26_sarif_leaves_baselined_results_out_unless_asked(self):
        def results(*args):
            document = json.loads(self.check("--format=sarif", *args, code=0).out)
            self.assertEqual([e.message for e in schema().iter_errors(document)], [])
            return document["runs"][0]["results"]
        self.check("--write-baseline", code=0)
        self.assertEqual(results(), [])
        for option in ("--include-suppressed", "--show-baselined"):
            (result,) = results(option)
            self.assertEqual(result["baselineState"], "unchanged")
            self.assertEqual(result["suppressions"][0]["kind"], "external")
        self.program(SECOND)
        done = self.check("--format=sarif", code=1)
        (result,) = json.loads(done.out)["runs"][0]["results"]
        self.assertEqual((result["baselineState"], "suppressions" in result), ("new", False))
        report = json.loads(self.check("--format=json", code=1).out)
        self.assertEqual(report["counts"]["baselined"], 1)

    def test_R28_a_hidden_finding_does_not_rename_the_others(self):
        self.program(PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n    sleep(1);\n"))
        def prints(*args):
            found = json.loads(self.check("--format=json", *args, code=1).out)["findings"]
            return [f["fingerprint"] for f in found]
        both = prints()
        self.assertEqual(len(set(both)), 2)
        self.program(PROGRAM.replace("    sleep(1);\n", "    /* concadvise-ignore[CA101]: known */\n"
                                     "    sleep(1);\n    sleep(1);\n"))
        self.assertEqual(prints(), both[1:])


if __name__ == "__main__":
    unittest.main()
