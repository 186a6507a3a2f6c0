"""check: exit codes, what goes where, formats, selection, suppression, determinism."""
import json
import os
import re
import subprocess
import unittest

from tool import BINARY, FINDING, PROGRAM, UV, ToolTest


class ExitCodes(ToolTest):
    def test_R1_R4_findings_are_1_and_go_to_stdout(self):
        self.program()
        done = self.check(code=1)
        self.assertTrue(done.out.startswith(FINDING), done.out)
        self.assertIn("on_tick (libuv callback registered at main.c:15:5)", done.out)
        self.assertIn("> nap (main.c:2) > sleep\n", done.out)
        self.assertIn("concadvise explain CA101", done.out)
        self.assertRegex(done.err, r"(?m)^1 finding \(1 warning\) in 1 file; 1 translation unit, "
                                   r"0 partial, 3 functions, \d+\.\d s, 0 from cache$")

    def test_R1_clean_is_0(self):
        self.write("a.c", "int f(void) { return 1; }\n")
        done = self.check(code=0)
        self.assertEqual(done.out, "")
        self.assertIn("0 findings; 1 translation unit, 0 partial", done.err)

    def test_R2_fail_on_changes_only_the_code(self):
        self.program()
        plain = self.check(code=1)
        for args in (["--fail-on=error"], ["--fail-on", "none"], ["--exit-zero"]):
            self.assertEqual(self.check(*args, code=0).out, plain.out)
        self.check("--fail-on=note", code=1)

    def test_R1_R5_usage_is_2(self):
        self.program()
        for args, words in ((["--fromat=json"], "did you mean '--format'"),
                            (["--format=xml"], "text, json"), (["-Z"], "unknown option"),
                            (["--select=CA8"], "no rule"), (["--ignore=CA10l"], "CA101"),
                            (["--format=text", "--format=json"], "standard output"),
                            (["explain"], "rule id"), (["explain", "CA110"], "CA101"),
                            (["graph"], "function"), (["cache", "burn"], "clear")):
            done = self.check(*args, code=2)
            self.assertIn(words, done.err)
            self.assertEqual(done.out, "")
            self.assertTrue(done.err.startswith("concadvise: "), done.err)

    def test_R3_nothing_to_analyse_is_2(self):
        os.makedirs(os.path.join(self.project, "empty"))
        self.assertIn("no C file", self.check("empty", code=2).err)
        self.assertIn("nowhere.c", self.check("nowhere.c", code=2).err)
        self.assertEqual(self.check("nowhere.c", code=2).out, "")

    def test_R3_list_without_c_is_0(self):
        self.write("notes.txt", "x\n")
        self.write("a.h", "int x;\n")
        self.write("b.h", "int y;\n")
        self.assertIn("notes.txt: not C source", self.check("notes.txt", code=0).err)
        self.assertRegex(self.check("a.h", "b.h", "notes.txt", code=0).err,
                         r"note: a\.h and 1 more: headers are read where a \.c file includes them")
        self.assertEqual(self.check("-q", "a.h", "notes.txt", code=0).err, "")

    def test_list_with_a_header_among_c(self):
        self.program()
        self.assertIn("note: uv_part.h: headers", self.check("uv_part.h", "main.c", code=1).err)

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_R1_named_file_that_cannot_be_read_is_2(self):
        os.chmod(self.program(), 0)
        self.check("main.c", code=2)

    def test_R3_broken_part_changes_nothing_unless_strict(self):
        self.program()
        self.write("broken.c", '#include "not_there.h"\nint f(void) { return 1; }\n')
        done = self.check(code=1)
        self.assertIn("'not_there.h' not found in 1 file", done.err)
        self.check("--strict", code=2)
        self.check("--strict", "main.c", code=1)


class Output(ToolTest):
    def test_R4_quiet(self):
        self.write("a.c", "int f(void) { return 1; }\n")
        done = self.check("-q", code=0)
        self.assertEqual((done.out, done.err), ("", ""))
        self.program()
        done = self.check("-q", code=1)
        self.assertTrue(done.out.startswith(FINDING))
        self.assertEqual(done.err, "")

    def test_R4_json_alone_on_stdout(self):
        self.program()
        o = json.loads(self.check("--format=json", code=1).out)
        self.assertEqual(o["counts"]["findings"], 1)
        first = o["findings"][0]
        self.assertEqual(first["at"]["file"], "main.c")
        self.assertEqual((first["rule"], first["at"]["line"]), ("CA101", 4))
        self.assertEqual([s["name"] for s in first["chain"]], ["on_tick", "nap", "sleep"])

    def test_two_formats(self):
        self.program()
        done = self.check("--format=text", "--format=json:out.json", code=1)
        self.assertTrue(done.out.startswith(FINDING))
        json.loads(self.read(os.path.join(self.project, "out.json")))

    def test_output_file(self):
        self.program()
        done = self.check("-o", "report.txt", code=1)
        self.assertEqual(done.out, "")
        report = self.read(os.path.join(self.project, "report.txt")).decode()
        self.assertTrue(report.startswith(FINDING))
        self.assertIn("cannot write", self.check("-o", "no/dir/x", code=2).err)

    def test_R7_color(self):
        self.program()
        plain = self.check(code=1).out
        self.assertNotIn("\033", plain)
        self.assertIn("\033", self.check("--color=always", code=1).out)
        self.assertIn("\033", self.check(code=1, env={"CLICOLOR_FORCE": "1"}).out)
        self.assertEqual(plain, self.check(code=1, env={"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}).out)
        self.assertEqual(plain, self.check("--color=never", code=1).out)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_full_disk_is_2(self):
        self.program()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BINARY, "--no-cache"], cwd=self.project, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"cannot write", done.stderr)
        self.check("-o", "/dev/full", code=2)

    def test_reader_that_goes_away(self):
        self.program()
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([BINARY, "--no-cache"], cwd=self.project, stdout=write,
                              stderr=subprocess.PIPE, timeout=60)
        os.close(write)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn(b"cannot write", done.stderr)

    def test_small_commands(self):
        self.assertRegex(self.check("--version", code=0).out,
                         r"^concadvise \d+\.\d+\.\d+ \(libclang \d+\.\S+, SQLite 3\.\S+\)\n$")
        self.assertIn("--min-confidence", self.check("--help", code=0).out)
        self.assertIn("CA101", self.check("rules", code=0).out)
        levels = {re.search(r" (warning|note|error) ", line).start()
                  for line in self.check("rules", code=0).out.splitlines()}
        self.assertEqual(len(levels), 1, "the columns of the rules")
        self.assertIn("takes no arguments", self.check("rules", "CA101", code=2).err)
        self.assertEqual(self.check("--list-rules", code=0).out, self.check("rules", code=0).out)
        doc = self.check("explain", "CA101", code=0).out
        self.assertTrue(doc.startswith("# CA101 blocking-call-on-loop\n"))
        self.assertEqual(self.check("--explain=ca101", code=0).out, doc)

    def test_stats_and_verbose_leave_stdout_alone(self):
        self.program()
        plain = self.check(code=1)
        self.assertEqual(self.check("-v", "--stats", code=1).out, plain.out)


class Selection(ToolTest):
    def test_rules(self):
        self.program()
        self.check("--ignore=CA101", code=0)
        self.check("--ignore", "CA1", code=0)
        self.check("--select=all", "--ignore=blocking-call-on-loop", code=0)
        self.check("--rule=CA101", code=1)
        self.check("--severity=error", code=0)

    def test_file_lists(self):
        self.program()
        self.write("list.txt", "main.c\n")
        want = self.check("main.c", code=1).out
        self.assertEqual(self.check("@list.txt", code=1).out, want)
        self.assertEqual(self.check("--file-list", "-", code=1, stdin=b"main.c\n").out, want)
        self.assertIn("missing.txt", self.check("@missing.txt", code=2).err)

    def test_compiler_flags_after_dashes(self):
        self.write("inc/uv_part.h", "#ifndef NAPS\n#error NAPS\n#endif\n" + "int x;\n")
        self.program()
        os.rename(os.path.join(self.project, "uv_part.h"),
                  os.path.join(self.project, "inc/uv_part.h"))
        done = self.check("main.c", "--", "-I", "inc", code=1)
        self.assertTrue(done.out.startswith(FINDING))

    def test_show_files(self):
        self.program()
        self.write("sub/b.c", "int x;\n")
        self.assertEqual(self.check("--show-files", code=0).out, "main.c\nsub/b.c\n")

    def test_dump_unit(self):
        self.program()
        out = self.check("--dump-unit", code=0).out
        self.assertIn("func nap", out)
        self.assertIn("call sleep(1)", out)

    def test_graph(self):
        self.program()
        out = self.check("graph", "on_tick", code=0).out
        self.assertIn("nap", out)
        self.assertIn("sleep", out)
        self.assertTrue(self.check("graph", "on_tick", "--dot", code=0).out.startswith("digraph"))
        self.assertIn("did you mean 'on_tick'", self.check("graph", "on_tik", code=2).err)


class Suppression(ToolTest):
    def with_comment(self, old, new):
        self.assertIn(old, PROGRAM)
        self.program(PROGRAM.replace(old, new))

    def test_R20_comment_forms(self):
        for old, new in (
                ("    sleep(1);", "    sleep(1); /* concadvise-ignore[CA101]: short */"),
                ("    sleep(1);", "    // concadvise-ignore[CA101]: short\n    sleep(1);"),
                ("    sleep(1);", "    sleep(1); // NOLINT(concadvise-CA101)"),
                ("    sleep(1);", "    // NOLINTNEXTLINE(concadvise-CA101)\n    sleep(1);"),
                ("    nap();", "    nap(); /* concadvise-ignore[CA101]: at a step */"),
                ("static void nap", "/* concadvise-ignore-file[CA101]: demo */\nstatic void nap")):
            self.with_comment(old, new)
            done = self.check_silent()
            self.assertIn("1 suppressed", done.err)
            self.assertIn("(suppressed", self.check("--include-suppressed", code=0).out)

    def test_R20_not_a_comment(self):
        self.with_comment("    sleep(1);",
                          '    const char *s = "concadvise-ignore[CA101]: x"; (void)s; sleep(1);')
        self.check(code=1)

    def test_R20_in_a_macro(self):
        self.with_comment("static void nap", "#define WAIT() sleep(1) "
                          "/* concadvise-ignore[CA101]: as defined */\nstatic void nap")
        self.check(code=1)
        text = PROGRAM.replace("static void nap", "#define WAIT() sleep(1) "
                               "/* concadvise-ignore[CA101]: as defined */\nstatic void nap")
        self.program(text.replace("    sleep(1);", "    WAIT();"))
        self.check(code=0)

    def test_R21_unknown_rule(self):
        self.with_comment("    sleep(1);", "    sleep(1); /* concadvise-ignore[CA110]: x */")
        done = self.check("-q", code=1)
        self.assertRegex(done.err, r"main\.c:4:15: warning: unknown rule 'CA110' \(did you mean")

    def test_R21_missing_reason_and_unused(self):
        self.with_comment("    sleep(1);", "    sleep(1); /* concadvise-ignore[CA101] */")
        self.assertIn("give the reason", self.check(code=0).err)
        self.check("--strict", code=2)
        self.with_comment("    nap();", "    nap();\n    /* concadvise-ignore[CA101]: old */\n")
        self.assertIn("remove this comment", self.check(code=1).err)
        self.assertNotIn("remove this comment", self.check("--ignore=CA101", code=0).err)


# Several findings in each file, one in a header that all include, one that crosses files.
ALL_H = """#include "uv_part.h"
static inline void in_header(void)
{
    sleep(7);
}
void crossing(void);
"""
PART = """#include "all.h"
static void first(uv_timer_t *handle)
{
    (void)handle;
    sleep(1); sleep(2);
    in_header();
}
static void second(uv_timer_t *handle)
{
    first(handle);
    crossing();
}
int start%d(uv_timer_t *timer)
{
    uv_timer_start(timer, first, 1, 1);
    return uv_timer_start(timer, second, 1, 1);
}
"""
N_PARTS = 6
N_FINDINGS = 2 * N_PARTS + 2


class SameBytes(ToolTest):
    def setUp(self):
        super().setUp()
        self.write("uv_part.h", UV)
        self.write("all.h", ALL_H)
        self.write("far/crossing.c", '#include "../all.h"\nvoid crossing(void)\n{\n    sleep(3);\n}\n')
        self.names = ["far/crossing.c"]
        for i in range(N_PARTS):
            self.names.append("part%d.c" % i)
            self.write(self.names[-1], PART % i)
        self.text = self.check("--no-cache", "-j1", code=1).out
        self.json = self.check("--no-cache", "-j1", "--format=json", code=1).out

    def both(self, *args, **kw):
        yield self.text, self.check(*args, code=1, **kw).out
        yield self.json, self.check("--format=json", *args, code=1, **kw).out

    def test_what_is_compared(self):
        self.assertEqual(self.text.count("warning: "), N_FINDINGS, self.text)
        self.assertEqual(len(json.loads(self.json)["findings"]), N_FINDINGS)
        for name in self.names + ["all.h"]:
            self.assertIn(name + ":", self.text)

    def test_jobs(self):
        for jobs in ("-j2", "-j5", "-j0"):
            for want, got in self.both("--no-cache", jobs):
                self.assertEqual(got, want, jobs)

    def test_order_of_files(self):
        for names in (self.names, self.names[::-1], self.names[3:] + self.names[:3] * 2):
            for want, got in self.both("--no-cache", "-j2", *names):
                self.assertEqual(got, want, names)

    def test_order_in_the_database(self):
        for names in (self.names, self.names[::-1]):
            self.write("compile_commands.json", json.dumps(
                [{"directory": self.project, "file": name, "arguments": ["cc", "-c", name]}
                 for name in names]))
            for want, got in self.both("--no-cache"):
                self.assertEqual(got, want, names)

    def test_cold_and_warm_cache(self):
        for turn in ("cold", "warm", "warm again"):
            for want, got in self.both("-j2"):
                self.assertEqual(got, want, turn)
        self.write("part3.c", PART % 3 + "\n")
        for want, got in self.both("-j2"):
            self.assertEqual(got, want, "one file read anew")
        self.assertIn("%d from cache" % (N_PARTS + 1), self.check(code=1).err)

    def test_other_folders(self):
        for cwd, prefix in ((self.dir, "project/"), (os.path.join(self.project, "far"), None),
                            ("/", self.project + "/")):
            done = self.check("--no-cache", "--format=json", self.project, code=1, cwd=cwd)
            self.assertEqual(done.out, self.json, cwd)
            done = self.check("--no-cache", self.project, code=1, cwd=cwd)
            if prefix:
                self.assertEqual(done.out.replace(prefix, ""), self.text, cwd)
            else: # what is not below the folder keeps its whole path
                out = re.sub(r"(?<![\w/])crossing\.c:", "far/crossing.c:", done.out)
                self.assertEqual(out.replace(self.project + "/", ""), self.text, cwd)

    def test_another_place_of_the_project(self):
        moved = self.path("moved")
        os.rename(self.project, moved)
        for want, got in self.both("--no-cache", cwd=moved):
            self.assertEqual(got, want)


if __name__ == "__main__":
    unittest.main()
