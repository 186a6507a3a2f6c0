"""R14, R17, R19: the hooks, in real repositories; what is staged is judged, not what lies beside it."""
import json
import os
import shutil
import stat
import subprocess
import unittest

from repository import GOOD, Repository
from tool import BINARY, PROGRAM, UV

HERE = os.path.dirname(os.path.abspath(__file__))


class Hook(Repository):
    def setUp(self):
        super().setUp()
        self.check("hook", "install", code=0)
        self.hook = os.path.join(self.project, ".git/hooks/pre-commit")

    def test_R14_a_blocking_call_is_stopped_and_the_mended_one_passes(self):
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


def manifest():
    with open(os.path.join(HERE, "..", "..", ".pre-commit-hooks.yaml"), encoding="utf-8") as f:
        return f.read()


def as_local(text):
    """A configuration with these hooks as local ones."""
    return "repos:\n- repo: local\n  hooks:\n" + "".join(
        "  " + line + "\n" for line in text.splitlines() if "minimum_pre_commit_version" not in line)


@unittest.skipUnless(shutil.which("pre-commit"), "pre-commit is not installed (Debian: pre-commit)")
class PreCommit(Repository):
    def pre_commit(self, *args, code=0):
        full = dict(os.environ, HOME=self.dir, PRE_COMMIT_HOME=self.path("pc"), GIT_CONFIG_NOSYSTEM="1",
                    PATH=os.path.dirname(os.path.abspath(BINARY)) + ":" + os.environ["PATH"])
        full.pop("CONCADVISE_CACHE_DIR", None)
        done = subprocess.run(["pre-commit", *args], cwd=self.project, capture_output=True, timeout=300, check=False, env=full)
        done.text = (done.stdout + done.stderr).decode(errors="replace")
        self.assertEqual(done.returncode, code, done.text)
        return done.text

    def configure(self, text):
        self.write(".pre-commit-config.yaml", text)
        self.git("add", "-A")
        self.git("commit", "-qnm", "config")
        self.pre_commit("install")

    def bad_is_stopped_and_good_passes(self):
        self.program()
        self.git("add", "-A")
        done = self.blocked()
        self.assertIn("CA101", done.text)
        self.program(GOOD + "/* mended */\n")
        self.git("add", "-A")
        self.passes()
        self.assertEqual(self.git("status", "--porcelain").text, "")

    def test_R14_a_local_hook(self):
        self.configure(as_local(manifest()))
        self.bad_is_stopped_and_good_passes()

    def test_R14_a_hook_of_another_repository(self):
        """As users name it, "repo: ..., rev: ...", with a path for the address: no network is needed."""
        theirs = self.path("theirs")
        os.makedirs(theirs)
        with open(os.path.join(theirs, ".pre-commit-hooks.yaml"), "w", encoding="utf-8") as f:
            f.write(manifest())
        for words in (("init", "-q"), ("config", "user.name", "a"), ("config", "user.email", "a@example.org"),
                      ("add", "-A"), ("commit", "-qm", "x"), ("tag", "v1")):
            self.git(*words, cwd=theirs)
        self.configure("repos:\n- repo: %s\n  rev: v1\n  hooks:\n  - id: concadvise\n" % theirs)
        self.bad_is_stopped_and_good_passes()

    def test_R19_a_partially_staged_file(self):
        """pre-commit puts aside what is not staged, and the times of files change."""
        self.configure(as_local(manifest()))
        self.program()
        self.git("add", "-A")
        path = self.program(GOOD)
        self.blocked()
        self.assertEqual(self.read(path), GOOD.encode())
        self.program(GOOD + "/* more */\n")
        self.git("add", "-A")
        path = self.program()
        self.passes()
        self.assertEqual(self.read(path), PROGRAM.encode())

    def test_R14_a_header_and_what_is_no_C(self):
        self.write("nap.h", "static inline void idle(void) {}\n")
        self.program(GOOD.replace("#include", '#include "nap.h"\n#include', 1).replace("    nap();", "    nap();\n    idle();"))
        self.configure(as_local(manifest()))
        self.write("nap.h", "unsigned sleep(unsigned seconds);\nstatic inline void idle(void) { sleep(1); }\n")
        self.git("add", "nap.h")
        self.blocked(wanted="nap.h:2:")
        self.git("checkout", "-q", "HEAD", "nap.h")
        self.write("notes.txt", "no C\n")
        self.git("add", "notes.txt")
        self.passes()

    def split(self, serial):
        """Twelve files, each with a finding; two of them make one that crosses files."""
        self.configure(as_local(manifest().replace("require_serial: true", "require_serial: " + serial)))
        for i in range(12):
            self.program(PROGRAM.replace("main(", "main%d(" % i), name="part%02d.c" % i)
        self.write("store.h", "void store(void);\n")
        self.write("store.c", '#include "uv_part.h"\n#include "store.h"\nvoid store(void)\n{\n    sleep(1);\n}\n')
        self.program(GOOD.replace("#include", '#include "store.h"\n#include', 1).replace("    nap();", "    store();"))
        self.git("add", "-A")
        wanted = {"part%02d.c:4:5" % i for i in range(12)} | {"store.c:5:5"}
        text = self.pre_commit("run", "concadvise", code=1)
        for place in wanted:
            self.assertIn(place + ": warning: ", text)
        for fault in ("locked", "another instance", "BUG", "damaged", "Traceback"):
            self.assertNotIn(fault, text)
        for i in range(12):
            self.program(GOOD.replace("main(", "main%d(" % i), name="part%02d.c" % i)
        self.write("store.c", '#include "store.h"\nvoid store(void) {}\n')
        self.git("add", "-A")
        self.passes()
        return text

    def test_R14_R15_one_process(self):
        text = self.split("true")
        self.assertEqual(text.count("store.c:5:5: warning: "), 1)

    @unittest.skipIf((os.cpu_count() or 1) < 2, "pre-commit starts one process for each processor")
    def test_R14_R15_two_processes_at_once_on_one_cache(self):
        """Each sees the whole program: what crosses their files is found by those whose files it touches."""
        self.split("false")

    def test_R14_calls_one_after_another(self):
        """As pre-commit makes them when the command line gets too long."""
        each = """sh -c 'status=0; for f; do concadvise -q --whole-project "$f" || status=1; done; exit $status' x"""
        self.configure(as_local(manifest().replace("concadvise --quiet --whole-project", each)))
        self.bad_is_stopped_and_good_passes()

    def test_the_manifest_is_valid(self):
        done = subprocess.run(["pre-commit", "validate-manifest",
                               os.path.join(HERE, "..", "..", ".pre-commit-hooks.yaml")], timeout=120,
                              capture_output=True, env=dict(os.environ, PRE_COMMIT_HOME=self.path("pc")))
        self.assertEqual(done.returncode, 0, done)


if __name__ == "__main__":
    unittest.main()
