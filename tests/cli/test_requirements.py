"""Requirements of docs/requirements.md that no other test is about: R1, R2, R5-R7, R9-R13, R16, R20, R21."""
import json
import os
import pty
import re
import subprocess
import unittest

from tool import BINARY, FINDING, PROGRAM, UV, ToolTest

GROUPS_OF_CHECK = ("What is read", "Rules and exit code", "Output", "How it runs")

# What GCC knows and clang does not, or what makes a compiler write files; Linux is built with most of it.
KERNEL_FLAGS = """-fno-aggressive-loop-optimizations -fconserve-stack -fno-conserve-stack -fno-allow-store-data-races
-fno-var-tracking-assignments -fno-ipa-sra -fno-ipa-cp-clone -fno-ipa-bit-cp -fno-partial-inlining -fno-stack-check
-fno-delete-null-pointer-checks -fno-merge-all-constants -fmerge-constants -fno-strict-overflow -fno-tree-vectorize
-fno-gcse -fno-reorder-blocks -fno-guess-branch-probability -fzero-call-used-regs=used-gpr -fstrict-flex-arrays=3
-falign-functions=16 -falign-jumps=1 -falign-loops=1 -fmacro-prefix-map=./= -fpatchable-function-entry=16,16
-mno-fp-ret-in-387 -mpreferred-stack-boundary=3 -mskip-rax-setup -mindirect-branch=thunk-extern -mindirect-branch-register
-mfunction-return=thunk-extern -mharden-sls=all -mrecord-mcount -mfentry -mno-80387 -mcmodel=kernel -mno-red-zone -mno-sse
-Wno-format-truncation -Wno-frame-address -Wimplicit-fallthrough=5 -Wno-alloc-size-larger-than -Wno-no-such-warning
-Werror=designated-init -Werror -Wp,-MMD,dep1.d -Wp,-MD,dep2.d -MD -MMD -MF dep3.d -MT x -save-temps -save-temps=obj
--param=allow-store-data-races=0 -fplugin=./no_such_plugin.so -fplugin-arg-no_such-x=1 -fmodules-cache-path=mc -fmodules
-ftime-report -fdump-tree-all -fprofile-generate -ftest-coverage --coverage -fcallgraph-info -fstack-usage -flto
-Xclang -load -Xclang ./no_such.so -Wa,-alh=list.txt -pg -g3 -gsplit-dwarf -O2 -pipe -c -o out/x.o""".split()


class Exit(ToolTest):
    def test_R1_failure_outranks_findings(self):
        self.program()
        self.assertTrue(self.check("main.c", code=1).out.startswith(FINDING))
        self.check("main.c", "gone.c", code=2)
        self.check("-p", "gone", code=2)
        self.write(".concadvise.json", "{")
        self.check(code=2)

    def test_R1_nothing_else_than_0_1_and_2(self):
        self.program()
        for words in (("--fail-on=none",), ("--fail-on=note",), ("nowhere",), ("--help",), ("--version",), ("explain", "CA1"),
                      ("rules",), ("cache",), ("graph", "main"), ("graph", "nobody"), ("--format=sarif",), ("-o", "/nowhere/x")):
            self.assertIn(self.run_tool(*words).returncode, (0, 1, 2), words)

    def test_R2_exit_zero_leaves_2(self):
        self.program()
        for words in (("--exit-zero",), ("--fail-on=none",), ("--exit-zero", "--fail-on=note"), ("--fail-on=note", "--exit-zero")):
            self.assertTrue(self.check(*words, code=0).out.startswith(FINDING))
            self.check(*words, "nowhere.c", code=2)
            self.check(*words, "--strict", "-p", "nowhere", code=2)

    def test_R3_one_line_says_how_many_and_sarif_has_it(self):
        self.program()
        self.write("part.c", "int f(void) { return unknown_here; }\nint g( {\n")
        done = self.check(code=1)
        self.assertRegex(done.err.splitlines()[-1], r"^1 finding .*; 2 translation units, 1 partial, ")
        run = json.loads(self.check("--format=sarif", code=1).out)["runs"][0]
        self.assertTrue(run["invocations"][0]["toolExecutionNotifications"])
        self.check("--strict", code=2)


class Words(ToolTest):
    def test_R5_the_nearest_name(self):
        self.program()
        for wrong, right in (("--fromat=json", "--format"), ("--fail-onn=note", "--fail-on"), ("--dif-base=x", "--diff-base"),
                             ("--basline=x", "--baseline"), ("--exclud=x", "--exclude"), ("--colr=always", "--color")):
            done = self.check(wrong, code=2)
            self.assertIn("(did you mean '%s'?)" % right, done.err)
            self.assertEqual(done.out, "")

    def values(self):
        return {"build-dir": ".", "extra-arg": "-DX", "extra-arg-before": "-DY", "remove-arg": "-DZ", "exclude": "nothing/*",
                "select": "CA1", "ignore": "CA2", "rule": "CA101", "severity": "note", "min-confidence": "low", "fail-on": "none",
                "baseline": "known.json", "diff-base": "HEAD", "diff-filter": "any", "format": "json", "output": "-", "color": "never",
                "jobs": "1", "cache-dir": "cache", "file-list": "list.txt"}

    def options(self):
        """(name, has a value) of every option that check takes, from --help."""
        found, group = [], None
        for line in self.check("--help", code=0).out.splitlines():
            if re.match(r"\S.*:$", line):
                group = line[:-1]
            option = re.match(r"  (?:-\w, |    )--([\w-]+)(=|\[=)?", line)
            if option and group in GROUPS_OF_CHECK:
                found.append((option.group(1), option.group(2)))
        self.assertGreater(len(found), 30)
        return found

    def test_R6_both_spellings_of_every_option(self):
        self.program()
        self.write("list.txt", "main.c\n")
        self.write("known.json", '{"version": 1, "findings": []}\n')
        self.write("compile_commands.json", json.dumps([{"directory": self.project, "file": "main.c", "command": "cc -c main.c"}]))
        values = self.values()
        for name, value in self.options():
            if value != "=":
                continue
            joined = self.run_tool("--%s=%s" % (name, values.get(name, "x")))
            apart = self.run_tool("--" + name, values.get(name, "x"))
            self.assertEqual((apart.returncode, apart.out), (joined.returncode, joined.out), name)

    def test_R6_every_option_is_a_key_or_says_that_it_is_none(self):
        """Those that are none do one thing now: they say what to write, list, or where to."""
        self.program()
        keys = {line.split(":")[0] for line in self.check("--show-config", code=0).out.splitlines()}
        names = {name for name, _ in self.options()}
        only_here = names - keys
        self.assertEqual(only_here, {"file-list", "show-files", "rule", "exit-zero", "no-baseline", "write-baseline", "prune-baseline",
                                     "output"} | (only_here & {"progress", "json"}))
        for name in sorted(only_here - {"json", "progress"}):
            self.write(".concadvise.json", json.dumps({name: True}))
            self.assertIn("works only on the command line", self.check(code=2).err)
        os.remove(os.path.join(self.project, ".concadvise.json"))
        self.assertEqual(keys - names - {"# no file"}, {"catalog", "workloads", "depth"} & keys) # not of check's options

    def test_R6_what_a_list_means(self):
        self.program()
        for words in (("@list.txt",), ("--file-list", "list.txt"), ("--file-list=list.txt",)):
            self.write("list.txt", "main.c\n\n")
            self.check(*words, code=1)
            self.write("list.txt", "uv_part.h\nlist.txt\n")
            self.check(*words, code=0)
            self.write("list.txt", "gone.c\n")
            self.check(*words, code=2)
        self.check("--file-list=-", code=1, stdin=b"main.c\r\n")
        self.check("--", "-DX", code=1)


class Text(ToolTest):
    def test_R7_the_lines(self):
        self.program()
        os.makedirs(os.path.join(self.project, "sub"))
        for cwd, before in ((self.project, ""), (os.path.join(self.project, "sub"), "../"), (self.dir, "project/")):
            done = self.check(self.project, "-v", code=1, cwd=cwd)
            lines = done.out.split("\n\n")[0].splitlines() # without the table of what runs
            first = re.match(r"(.*):4:5: warning: .*[^.] \[CA101 [a-z-]+\]$", lines[0])
            self.assertIsNotNone(first, lines[0])
            if cwd != os.path.join(self.project, "sub"): # outside of it: as it is
                self.assertEqual(first.group(1), before + "main.c")
            self.assertTrue(all(re.match(r"\s+\S", line) for line in lines[1:] if line), done.out)
            self.assertEqual(len([line for line in lines if line.strip().startswith("help: ")]), 1)
            self.assertTrue([line for line in lines if line.strip().startswith("note: ")])
            self.assertRegex(done.err.splitlines()[-1], r"^1 finding \(1 warning\) in 1 file; 1 translation unit, 0 partial, "
                                                        r"3 functions, \d+\.\d s, \d from cache")

    def colored(self, *words, **env):
        """With a terminal as standard output, as pre-commit --color=always has it too."""
        ours, theirs = pty.openpty()
        full = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CLICOLOR_FORCE")}
        with subprocess.Popen([BINARY, "--no-cache", "-q", *words], cwd=self.project, stdout=theirs,
                              env={**full, "TERM": "xterm", "HOME": self.dir, **env}) as process:
            os.close(theirs)
            out = b""
            while True:
                try:
                    part = os.read(ours, 65536)
                except OSError: # Linux: the other end is closed
                    break
                if not part:
                    break
                out += part
            process.wait()
        os.close(ours)
        self.assertIn(b"CA101", out)
        return b"\033[" in out

    def test_R7_colors_on_a_terminal(self):
        self.program()
        self.assertTrue(self.colored())
        self.assertFalse(self.colored(TERM="dumb"))
        self.assertFalse(self.colored(NO_COLOR="1"))
        self.assertTrue(self.colored(NO_COLOR=""))
        self.assertFalse(self.colored(NO_COLOR="1", CLICOLOR_FORCE="1"))
        self.assertTrue(self.colored("--color=always", NO_COLOR="1", TERM="dumb"))
        self.assertFalse(self.colored("--color=never", CLICOLOR_FORCE="1"))
        self.assertTrue(self.colored(TERM="dumb", CLICOLOR_FORCE="1"))


class Databases(ToolTest):
    def database(self, *entries):
        self.write("compile_commands.json", json.dumps([
            {"directory": self.project, "file": file, "arguments": ["cc", *flags, file]} for file, flags in entries]))

    def test_R9_flags_of_gcc_and_a_kernel(self):
        """No diagnostic, no file in the tree, and the program is read whole."""
        self.assertGreaterEqual(len(KERNEL_FLAGS), 40)
        self.program(PROGRAM.replace("    sleep(1);", "#ifdef WITH\n    sleep(1);\n#endif").replace(
            '#include "uv_part.h"', '#include <stddef.h>\n#include "uv_part.h"'))
        self.database(("main.c", [*KERNEL_FLAGS, "-DWITH=1", "-I", ".", "-std=gnu11"]))
        before = self.listing()
        done = self.check("-v", "--strict", code=1)
        self.assertTrue(done.out.startswith("main.c:6:5: warning: "), done.out)
        said = [line for line in done.err.splitlines() if "compiler flags from" not in line and "no-bench" not in line]
        self.assertEqual(len(said), 1, done.err)
        self.assertEqual(self.listing(), before)

    def test_R9_each_of_them_alone(self):
        self.program()
        files = []
        for i, flag in enumerate(KERNEL_FLAGS):
            if flag in ("-Xclang", "-MF", "-MT", "-o"):
                continue
            files.append(("part%d.c" % i, [flag]))
            self.write("part%d.c" % i, '#include "uv_part.h"\nint part%d(void) { return 0; }\n' % i)
        self.database(*files)
        before = self.listing()
        done = self.check("-v", "--strict", code=0)
        self.assertRegex(done.err.splitlines()[-1], r"; %d translation units, 0 partial, " % len(files))
        self.assertEqual(len([line for line in done.err.splitlines() if "no-bench" not in line]), 2, done.err)
        self.assertEqual(self.listing(), before)

    def test_R10_missing_headers_are_one_line(self):
        for i in range(5):
            self.write("part%d.c" % i, '#include "gone.h"\n#include <sys/gone_too.h>\nint part%d(void) { return 0; }\n' % i)
        self.program()
        done = self.check(code=1)
        lines = [line for line in done.err.splitlines() if "gone" in line]
        self.assertEqual(len(lines), 1, done.err)
        self.assertIn("'gone.h' not found in 5 files, 'sys/gone_too.h' not found in 5 files; add -p DIR", lines[0])
        self.assertNotIn("gone", done.out)
        self.check("part0.c", code=0)
        self.check("part0.c", "--strict", code=2)

    def test_R11_without_a_database(self):
        self.program(name="src/deep/main.c")
        os.remove(os.path.join(self.project, "uv_part.h"))
        self.write("include/uv_part.h", UV)
        done = self.check(code=1)
        self.assertEqual(done.err.count("no compile_commands.json found"), 1)
        self.assertTrue(done.out.startswith("src/deep/main.c:4:5: "), done.out)

    def test_R12_several_entries_of_one_file(self):
        """Built twice, as for a static and a shared library: each finding once."""
        self.program()
        self.database(("main.c", ["-DPIC", "-fPIC"]), ("main.c", []), ("main.c", ["-fPIC", "-DPIC"]))
        done = self.check(code=1)
        self.assertEqual(len([line for line in done.out.splitlines() if ": warning: " in line]), 1, done.out)

    def test_R12_a_header_is_reported_once_and_those_of_the_system_never(self):
        nap = "static inline void %s(void)\n{\n    sleep(1);\n}\n"
        self.write("uv_part.h", UV + nap % "nap_here")
        self.write("sys/vendor.h", "unsigned sleep(unsigned);\n" + nap % "nap_there")
        use = PROGRAM.replace('#include "uv_part.h"', '#include "uv_part.h"\n#include <vendor.h>').replace("    nap();", "    nap_here();\n    nap_there();")
        for i in range(4):
            self.write("part%d.c" % i, use.replace("main(", "main%d(" % i).replace("    sleep(1);\n", ""))
        self.database(*(("part%d.c" % i, ["-isystem", "sys"]) for i in range(4)))
        done = self.check(code=1)
        places = [line.split(": warning")[0] for line in done.out.splitlines() if ": warning: " in line]
        self.assertEqual(len([p for p in places if p.startswith("uv_part.h:")]), 1, done.out)
        self.assertEqual([p for p in places if p.startswith("sys/")], [])

    def test_R13_no_compiler_of_a_database_is_run(self):
        trap = self.write("trap-gcc", "#!/bin/sh\ntouch '%s'\n" % self.path("sprung"))
        os.chmod(trap, 0o755)
        self.program()
        for words in ([trap], ["ccache", trap], ["env", "X=1", trap], ["arm-linux-gnueabi-gcc"], ["/nowhere/cc"]):
            self.write("compile_commands.json", json.dumps([
                {"directory": self.project, "file": "main.c", "arguments": [*words, "-B" + self.project, "-wrapper", trap, "-c", "main.c"]}]))
            self.check("--no-cache", code=1, env={"PATH": self.project + ":" + os.environ["PATH"]})
        self.assertFalse(os.path.exists(self.path("sprung")))


class Comments(ToolTest):
    def test_R16_a_dependency_counts(self):
        self.program(PROGRAM.replace("    sleep(1);", "    NAP;"))
        self.write("uv_part.h", UV + '#include "deep/nap.h"\n')
        self.write("deep/nap.h", "#define NAP sleep(1)\n")
        self.check(code=1)
        self.check(code=1)
        self.write("deep/nap.h", "#define NAP (void)0\n")
        self.assertIn("0 from cache", self.check(code=0).err)
        self.assertIn("1 from cache", self.check(code=0).err)

    def test_R20_ranges_and_chains(self):
        for old, new in (("static void nap(void)\n{\n    sleep(1);\n}\n",
                          "/* concadvise-ignore-begin[CA101]: old */\nstatic void nap(void)\n{\n    sleep(1);\n}\n/* concadvise-ignore-end[CA101] */\n"),
                         ("    sleep(1);", "    /* concadvise-ignore[CA101, CA102]: two at once */\n    sleep(1);")):
            self.program(PROGRAM.replace(old, new))
            self.assertIn("1 suppressed", self.check(code=0).err)

    def test_R21_no_blanket_form(self):
        for text in ("concadvise-ignore", "concadvise-ignore: all of it", "NOLINT"):
            self.program(PROGRAM.replace("    sleep(1);", "    sleep(1); /* %s */" % text))
            self.check(code=1)

    def test_R21_only_what_could_be_judged_is_called_unused(self):
        unused = "/* concadvise-ignore[CA101]: was needed */\nint quiet;\n"
        self.write("a.c", unused)
        self.assertIn("remove this comment", self.check("a.c", code=0).err)
        self.assertNotIn("remove this comment", self.check("--select=CA2", "a.c", code=0).err)
        self.write("a.c", '#include "gone.h"\n' + unused + "int f(void) { return unknown; }\n")
        self.assertNotIn("remove this comment", self.check("a.c", code=0).err)


if __name__ == "__main__":
    unittest.main()
