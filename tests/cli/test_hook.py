"""R14, R17, R19: the hooks, in real repositories; what is staged is judged, not what lies beside it."""
import json
import os
import shutil
import stat
import subprocess
import unittest

from repository import GOOD, Repository
from tool import PROGRAM, UV

HERE = os.path.dirname(os.path.abspath(__file__))


class Hook(Repository):
    def setUp(self):
        super().setUp()
        self.check("hook", "install", code=0)
        self.hook = os.path.join(self.project, ".git/hooks/pre-commit")

    def test_a_blocking_call_is_stopped_and_the_mended_one_passes(self):
        self.program()
        self.git("add", "-A")
        done = self.blocked()
        self.assertIn("CA101", done.text)
        self.assertNotIn("concadvise-tree", done.text)
        self.program(GOOD + "/* mended */\n")
        self.git("add", "-A")
        self.assertEqual(self.passes().text, "")
        self.assertFalse(os.path.exists(os.path.join(self.project, ".git/concadvise-tree")))
        self.assertEqual(self.git("status", "--porcelain").text, "")

    def test_R19_a_partially_staged_file_is_judged_by_its_staged_content(self):
        self.program()
        self.git("add", "-A")
        path = self.program(GOOD) # mended, not staged
        self.blocked()
        self.assertEqual(self.read(path), GOOD.encode())
        self.program(GOOD + "/* more */\n")
        self.git("add", "-A")
        path = self.program() # bad, not staged
        self.passes()
        self.assertEqual(self.read(path), PROGRAM.encode())

    def test_R19_the_index_that_git_names(self):
        self.program() # nothing staged: "commit -a" and "commit FILE" use indexes of their own
        self.blocked("-a")
        self.blocked("main.c")
        self.write("other.c", "int other;\n")
        self.git("add", "other.c")
        self.passes()

    def test_R14_a_change_elsewhere_makes_a_callback_block(self):
        self.write("store.h", "void store(void);\n")
        self.write("store.c", '#include "store.h"\nvoid store(void) {}\n')
        self.program(GOOD.replace("#include", '#include "store.h"\n#include', 1).replace("    nap();", "    store();"))
        self.git("add", "-A")
        self.passes()
        self.write("store.c", '#include "uv_part.h"\n#include "store.h"\nvoid store(void)\n{\n    sleep(1);\n}\n')
        self.git("add", "-A")
        self.blocked(wanted="store.c:5:5: warning: ")

    def test_old_findings_in_other_files_stop_nothing(self):
        self.program(name="old.c")
        self.git("add", "-A")
        self.git("commit", "-qnm", "old")
        self.write("new.c", "int fresh(void) { return 1; }\n")
        self.git("add", "-A")
        self.passes()
        self.write("README", "no C\n")
        self.git("add", "-A")
        self.passes()

    def test_a_database_with_generated_headers_outside_of_the_index(self):
        self.write(".gitignore", "build/\n")
        self.write("build/config.h", "#define NAP 1\n")
        self.write("include/uv_part.h", UV)
        self.git("rm", "-qf", "uv_part.h")
        self.write("main.c", PROGRAM.replace('#include "uv_part.h"', '#include "config.h"\n#include "uv_part.h"')
                   .replace("    sleep(1);", "#if NAP\n    sleep(1);\n#endif"))
        self.write("build/compile_commands.json", json.dumps([{
            "directory": os.path.join(self.project, "build"), "file": "../main.c",
            "command": "cc -I. -I../include -c ../main.c"}]))
        self.git("add", "-A")
        self.write("include/uv_part.h", "#error not what is staged\n")
        self.blocked(wanted="main.c:6:5: warning: ")

    def test_the_baseline_and_the_config_count(self):
        self.program()
        self.check("--write-baseline", code=0)
        self.git("add", "main.c")
        self.passes()
        os.remove(os.path.join(self.project, ".concadvise-baseline.json"))
        self.program(PROGRAM + "/* again */\n")
        self.git("add", "main.c")
        self.blocked()
        self.write(".concadvise.json", '{"fail-on": "error"}')
        self.passes()
        self.write(".concadvise.json", '{"fail-no": "error"}')
        self.program(PROGRAM + "/* and again */\n")
        self.git("add", "-A")
        self.blocked(wanted="unknown key")

    def test_R17_the_cache_is_that_of_the_project(self):
        self.program(GOOD + "int more;\n")
        self.git("add", "-A")
        self.passes()
        self.assertTrue(os.path.exists(os.path.join(self.project, ".concadvise/units.sqlite")))
        self.assertEqual(self.git("status", "--porcelain").text, "")

    def test_R18_the_first_run_is_warm_when_the_work_tree_is(self):
        """Keys of the cache hold no absolute path: the copy of the index has the units of the project."""
        self.write("build/config.h", "#define NAP 1\n")
        self.write(".gitignore", "build/\n")
        self.write("main.c", '#include "config.h"\n' + GOOD)
        self.write("other.c", '#include "uv_part.h"\nint other;\n')
        self.write("build/compile_commands.json", json.dumps([{
            "directory": os.path.join(self.project, "build"), "file": "../" + name,
            "command": "cc -I. -I.. -c ../" + name} for name in ("main.c", "other.c")]))
        self.assertIn("0 from cache", self.check(code=0).err)
        self.git("add", "-A")
        self.assertIn("2 of 2 translation units from cache", self.check("hook", "run", "--stats", code=0).err)
        self.write("other.c", '#include "uv_part.h"\nint another;\n')
        self.git("add", "-A")
        self.assertIn("1 of 2 translation units from cache", self.check("hook", "run", "--stats", code=0).err)
        self.assertIn("2 from cache", self.check(code=0).err)

    def test_the_first_commit_and_odd_names(self):
        fresh = self.path("fresh ä'b")
        os.makedirs(fresh)
        self.git("init", "-q", cwd=fresh)
        self.git("config", "user.name", "a", cwd=fresh)
        self.git("config", "user.email", "a@example.org", cwd=fresh)
        self.check("hook", "install", code=0, cwd=fresh)
        for name, text in (("uv_part.h", UV), ("-w ü\n$x.c", PROGRAM), ("gone.c", "int gone;\n")):
            with open(os.path.join(fresh, name), "w", encoding="utf-8") as f:
                f.write(text)
        os.symlink("gone.c", os.path.join(fresh, "link.c"))
        os.symlink("/nowhere/at/all.c", os.path.join(fresh, "loose.h"))
        self.git("add", "-A", cwd=fresh)
        os.remove(os.path.join(fresh, "gone.c"))
        done = self.git("commit", "-qm", "x", cwd=fresh, code=1)
        self.assertIn(":4:5: warning: sleep() blocks", done.text)

    def test_it_is_installed_only_where_there_is_none_or_ours(self):
        self.assertTrue(os.stat(self.hook).st_mode & stat.S_IXUSR)
        self.check("hook", "install", code=0)
        self.check("hook", "uninstall", code=0)
        self.assertFalse(os.path.exists(self.hook))
        self.check("hook", "uninstall", code=0)
        self.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n")
        self.assertIn("concadvise hook run", self.check("hook", "install", code=2).err)
        self.check("hook", "uninstall", code=2)
        self.assertEqual(self.read(self.hook), b"#!/bin/sh\nexit 0\n")
        os.remove(self.hook)
        os.symlink("/nowhere/at/all", self.hook)
        self.check("hook", "install", code=2)
        self.check("hook", code=2)
        self.check("hook", "instal", code=2)
        self.check("hook", "install", cwd=self.dir, code=2)

    def test_core_hooksPath(self):
        self.check("hook", "uninstall", code=0)
        self.git("config", "core.hooksPath", "tools/my hooks")
        os.makedirs(os.path.join(self.project, "sub"))
        self.check("hook", "install", code=0, cwd=self.project)
        self.assertTrue(os.path.exists(os.path.join(self.project, "tools/my hooks/pre-commit")))
        self.program()
        self.git("add", "main.c")
        self.blocked()

    def test_a_linked_work_tree(self):
        self.git("worktree", "add", "-q", "../linked")
        linked = self.path("linked")
        with open(os.path.join(linked, "main.c"), "w", encoding="utf-8") as f:
            f.write(PROGRAM)
        self.git("add", "-A", cwd=linked)
        self.assertIn("main.c:4:5: warning: ", self.git("commit", "-qm", "x", cwd=linked, code=1).text)


@unittest.skipUnless(shutil.which("pre-commit"), "pre-commit is not installed (Debian: pre-commit)")
class PreCommit(Repository):
    def setUp(self):
        super().setUp()
        with open(os.path.join(HERE, "..", "..", ".pre-commit-hooks.yaml"), encoding="utf-8") as f:
            text = f.read()
        self.write(".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks:\n" + "".join(
            "  " + line + "\n" for line in text.splitlines() if "minimum_pre_commit_version" not in line))
        self.git("add", "-A")
        self.git("commit", "-qm", "config")
        done = subprocess.run(["pre-commit", "install"], cwd=self.project, capture_output=True, timeout=120,
                              env=dict(os.environ, HOME=self.dir, PRE_COMMIT_HOME=self.path("pc")))
        self.assertEqual(done.returncode, 0, done)

    def test_a_blocking_call_is_stopped_and_the_mended_one_passes(self):
        self.program()
        self.git("add", "-A")
        self.blocked()
        self.program(GOOD + "/* mended */\n")
        self.git("add", "-A")
        self.passes()

    def test_a_partially_staged_file(self):
        self.program()
        self.git("add", "-A")
        self.program(GOOD)
        self.blocked()

    def test_the_manifest_is_valid(self):
        done = subprocess.run(["pre-commit", "validate-manifest",
                               os.path.join(HERE, "..", "..", ".pre-commit-hooks.yaml")], timeout=120,
                              capture_output=True, env=dict(os.environ, PRE_COMMIT_HOME=self.path("pc")))
        self.assertEqual(done.returncode, 0, done)


if __name__ == "__main__":
    unittest.main()
