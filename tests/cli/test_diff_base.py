"""--diff-base, --changed-only, --diff-filter: what a change introduced, in real repositories."""
import concurrent.futures
import json
import os
import unittest

from repository import GOOD, Repository
from tool import PROGRAM, UV

# A loop in main.c, what it calls in store.c; the change decides whether that blocks.
LOOP = GOOD.replace("#include", '#include "store.h"\n#include', 1).replace("    nap();", "    nap();\n    store();")
STORE = '#include "uv_part.h"\n#include "store.h"\nvoid store(void)\n{\n%s}\n'
LOCKS = """#include <pthread.h>
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long counter;
static void *work(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        counter++;
        pthread_mutex_unlock(&lock);
    }
    return 0;
}
int main(void)
{
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], 0, work, 0);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], 0);
    return (int)counter;
}
"""


class DiffBase(Repository):
    def commit(self, message="x"):
        self.git("add", "-A")
        self.git("commit", "-qnm", message)

    def found(self, *args, code=1, **kw):
        """(rule, file, line) of what is reported, and everything else that was said."""
        done = self.check("--format=json", *args, code=code, **kw)
        return [(f["rule"], f["at"]["file"], f["at"]["line"]) for f in json.loads(done.out)["findings"]], done.err

    def no_copy_is_left(self):
        left = [name for name in os.listdir(os.path.join(self.project, ".concadvise")) if name.startswith("tree-")]
        self.assertEqual(left, [])

    def with_store(self):
        self.write("store.h", "void store(void);\n")
        self.write("store.c", STORE % "")
        self.program(LOOP)
        self.commit("store")

    def test_a_finding_of_the_base_is_not_reported(self):
        self.program()
        self.commit("bad")
        self.check(code=1)
        self.write("other.c", "int other;\n")
        found, said = self.found("--diff-base=HEAD", code=0)
        self.assertEqual(found, [])
        self.assertIn(", 1 in HEAD already", said)
        counts = json.loads(self.check("--format=json", "--diff-base=HEAD", code=0).out)["counts"]
        self.assertEqual((counts["findings"], counts["in_base"]), (0, 1))
        self.assertEqual(json.loads(self.check("--format=json", code=1).out)["counts"]["in_base"], 0)
        self.assertEqual(self.found("--diff-base", "HEAD~1")[0], [("CA101", "main.c", 4)])
        self.no_copy_is_left()
        self.assertEqual(self.git("status", "--porcelain").text, "?? other.c\n")

    def test_the_cause_is_a_callee_in_another_file(self):
        self.with_store()
        self.write("store.c", STORE % "    sleep(1);\n")
        self.assertEqual(self.found("--diff-base=HEAD")[0], [("CA101", "store.c", 5)])

    def test_the_cause_is_elsewhere_and_the_place_is_unchanged(self):
        """nap() always slept, in a thread's file as it were; now the loop calls it."""
        self.write("store.h", "void store(void);\n")
        self.write("store.c", STORE % "    sleep(1);\n")
        self.program(GOOD)
        self.commit("nobody calls it")
        self.program(LOOP)
        self.assertEqual(self.found("--diff-base=HEAD")[0], [("CA101", "store.c", 5)])
        self.assertEqual(self.found("--diff-base=HEAD", "--diff-filter=file", code=0)[0], [])

    def test_the_deletion_of_a_lock(self):
        self.program(LOCKS)
        self.commit("locked")
        self.assertEqual(self.found("--diff-base=HEAD~1", code=0)[0], [])
        self.program(LOCKS.replace("        pthread_mutex_lock(&lock);\n", "").replace("        pthread_mutex_unlock(&lock);\n", ""))
        base = ("--select=CA201", "--diff-base=HEAD")
        found = self.found(*base)[0]
        self.assertEqual([f[0] for f in found], ["CA201"])
        self.assertEqual(self.found(*base, "--diff-filter=added", code=0)[0], [])
        self.assertEqual(self.found(*base, "--diff-filter=context")[0], found)

    def test_moved_lines_and_reformatting(self):
        self.program()
        self.commit("bad")
        self.program("/* one\n * two\n */\n\n" + PROGRAM.replace("    sleep(1);", "\n    sleep(\n        1);"))
        self.assertEqual(self.found("--diff-base=HEAD", code=0)[0], [])
        # the function goes behind another one
        self.program(PROGRAM.replace("static void nap(void)\n{\n    sleep(1);\n}\n", "static void nap(void);\n")
                     + "static void nap(void)\n{\n    sleep(1);\n}\n")
        self.assertEqual(self.found("--diff-base=HEAD", code=0)[0], [])

    def test_renamed_files_and_functions(self):
        self.program()
        self.commit("bad")
        self.git("mv", "main.c", "moved_elsewhere.c")
        self.assertEqual(self.found("--diff-base=HEAD", code=0)[0], [])
        self.commit("renamed")
        self.program(PROGRAM.replace("nap(", "doze("), name="moved_elsewhere.c")
        self.assertEqual(self.found("--diff-base=HEAD", code=0)[0], [])
        self.assertEqual(self.found("--diff-base=HEAD~1", code=0)[0], [])
        self.assertEqual(self.found("--diff-base=HEAD~2")[0], [("CA101", "moved_elsewhere.c", 4)])

    def test_one_more_of_the_same_kind(self):
        self.program()
        self.commit("bad")
        self.program(PROGRAM.replace("    sleep(1);\n", "    sleep(2);\n    sleep(1);\n"))
        found, said = self.found("--diff-base=HEAD")
        self.assertEqual(found, [("CA101", "main.c", 4)])
        self.assertIn(", 1 in HEAD already", said)

    def test_a_suppression_that_is_taken_out(self):
        ignored = PROGRAM.replace("    sleep(1);", "    sleep(1); /* concadvise-ignore[CA101]: a test */")
        self.program(ignored)
        self.commit("ignored")
        self.program()
        self.assertEqual(self.found("--diff-base=HEAD")[0], [("CA101", "main.c", 4)])
        self.commit("open")
        self.program(ignored)
        self.assertEqual(self.found("--diff-base=HEAD", code=0)[0], [])

    def test_exit_codes_count_what_is_reported(self):
        self.program()
        self.commit("bad")
        self.program(PROGRAM.replace("on_tick(uv", "on_tack(uv").replace("timer, on_tick", "timer, on_tack"), name="second.c")
        done = self.check("--diff-base=HEAD", code=1)
        self.assertTrue(done.out.startswith("second.c:4:5: warning: "), done.out)
        self.assertIn("1 finding (1 warning) in 1 file", done.err)
        self.check("--diff-base=HEAD", "--fail-on=error", code=0)
        self.check("--diff-base=HEAD", "--exit-zero", code=0)
        self.check("--diff-base=HEAD", "-q", "main.c", code=0)

    def test_filters(self):
        self.with_store()
        self.program(LOOP.replace("static void nap(void)\n{\n", "static void nap(void)\n{\n    sleep(1);\n"))
        self.write("store.c", STORE % "    sleep(1);\n")
        self.write("far.c", PROGRAM)
        all_of_it = [("CA101", "far.c", 4), ("CA101", "main.c", 5), ("CA101", "store.c", 5)]
        for name in ("any", "file", "context", "added"):
            self.assertEqual(self.found("--diff-base=HEAD", "--diff-filter=" + name)[0], all_of_it)
        self.assertIn("needs --diff-base", self.check("--diff-filter=added", code=2).err)

    def test_where_the_branch_left(self):
        self.git("checkout", "-qb", "topic")
        self.program(name="mine.c")
        self.commit("mine")
        self.git("checkout", "-q", "main")
        self.program(name="theirs.c")
        self.commit("theirs")
        self.git("rm", "-q", "main.c")
        self.commit("gone there")
        self.git("checkout", "-q", "topic")
        self.assertEqual(self.found("--diff-base=main...")[0], [("CA101", "mine.c", 4)])
        self.assertIn("there is no revision 'main..'", self.check("--diff-base=main..", code=2).err)

    def test_what_cannot_be_compared_is_2(self):
        for words in (("--diff-base=nowhere",), ("--diff-base=--help",), ("--diff-base=nowhere...",)):
            done = self.check(*words, code=2)
            self.assertIn("there is no revision", done.err)
            self.assertIn("fetch", done.err)
            self.assertEqual(done.out, "")
        for text in (PROGRAM, GOOD):
            self.program(text)
            self.commit()
        self.git("clone", "-q", "--depth=1", "file://" + self.project, self.path("shallow"))
        done = self.check("--diff-base=HEAD~1", code=2, cwd=self.path("shallow"))
        self.assertIn("the clone is shallow", done.err)
        self.assertIn("fetch-depth: 0", done.err)
        self.git("checkout", "-q", "--orphan", "stranger")
        self.commit("stranger")
        self.assertIn("no common ancestor", self.check("--diff-base=main...", code=2).err)
        plain = self.path("plain")
        os.makedirs(plain)
        with open(os.path.join(plain, "a.c"), "w", encoding="utf-8") as f:
            f.write("int a;\n")
        for words in (("--diff-base=HEAD",), ("--changed-only",), ("--changed-only=staged",)):
            self.assertIn("needs a git repository", self.check(*words, code=2, cwd=plain).err)

    def test_changed_only(self):
        self.program()
        self.commit("bad")
        self.write("uv_part.h", UV + "/* more */\n")
        self.program(name="fresh.c")
        found, said = self.found("--changed-only")
        self.assertEqual(found, [("CA101", "fresh.c", 4)])
        self.assertEqual(self.found("--changed-only=all")[0], found)
        self.assertIn("1 in HEAD already", said)
        self.assertEqual(len(self.found("--changed-only=no")[0]), 2)
        self.commit("all")
        self.assertEqual(self.found("--changed-only", code=0)[0], [])

    def test_changed_only_staged_is_the_index(self):
        self.program(name="old.c")
        self.commit("old")
        self.program() # staged
        self.git("add", "-A")
        self.program(GOOD) # mended, not staged
        self.program(name="unknown.c")
        done = self.check("--changed-only=staged", code=1)
        self.assertTrue(done.out.startswith("main.c:4:5: warning: "), done.out)
        self.assertNotIn("unknown.c", done.out)
        self.assertIn(", 1 in HEAD already", done.err)
        self.assertNotIn("tree-", done.out + done.err)
        self.program() # bad, not staged
        self.git("checkout", "-q", "HEAD", "main.c")
        self.program()
        self.check("--changed-only=staged", code=0)
        self.check("--changed-only=staged", "main.c", code=0)
        self.assertIn("is not in the index", self.check("--changed-only=staged", "unknown.c", code=2).err)
        os.makedirs(os.path.join(self.project, "sub"))
        self.git("add", "-A")
        out = self.path("out.sarif")
        self.check("--changed-only=staged", "--format=sarif", "-o", "../../out.sarif", "..", code=1, cwd=os.path.join(self.project, "sub"))
        with open(out, encoding="utf-8") as f:
            uris = sorted(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in json.load(f)["runs"][0]["results"])
        self.assertEqual(uris, ["main.c", "unknown.c"])
        self.no_copy_is_left()

    def test_R19_staged_means_the_index_that_git_names(self):
        """A hook of one's own, in "commit FILE": git prepares another index, and says which."""
        self.write(".git/hooks/pre-commit", "#!/bin/sh\nexec concadvise --changed-only=staged --no-cache\n")
        os.chmod(os.path.join(self.project, ".git/hooks/pre-commit"), 0o755)
        self.program()
        self.program(name="other.c")
        self.git("add", "other.c")
        done = self.blocked("main.c")
        self.assertNotIn("other.c", done.text)
        self.program(GOOD + "/* mended */\n")
        self.passes("main.c")
        self.blocked(wanted="other.c:4:5: warning: ")

    def test_before_the_first_commit(self):
        fresh = self.path("fresh")
        os.makedirs(fresh)
        self.git("init", "-q", cwd=fresh)
        for name, text in (("uv_part.h", UV), ("main.c", PROGRAM)):
            with open(os.path.join(fresh, name), "w", encoding="utf-8") as f:
                f.write(text)
        self.check("--changed-only", code=1, cwd=fresh)
        self.check("--changed-only=staged", code=2, cwd=fresh)
        self.git("add", "-A", cwd=fresh)
        self.check("--changed-only=staged", code=1, cwd=fresh)
        self.assertIn("no revision", self.check("--diff-base=HEAD", code=2, cwd=fresh).err)

    def test_databases_and_generated_headers(self):
        """The base is read with the database of the work tree, and headers that no revision holds."""
        self.write(".gitignore", "build/\n")
        self.write("build/config.h", "#define NAP 1\n")
        self.write("src/main.c", '#include "config.h"\n' + PROGRAM.replace("    sleep(1);", "#if NAP\n    sleep(1);\n#endif"))
        self.write("src/uv_part.h", UV)
        self.git("rm", "-q", "--cached", "main.c", "uv_part.h")
        os.remove(os.path.join(self.project, "main.c"))
        self.write("build/compile_commands.json", json.dumps([
            {"directory": os.path.join(self.project, "build"), "file": "../src/" + name, "command": "cc -I. -I../src -c ../src/" + name}
            for name in ("main.c", "new.c")]))
        self.commit("old")
        self.write("src/new.c", PROGRAM)
        for words in ((), ("src",), ("-p", "build"), ("src/new.c", "src/main.c")):
            self.assertEqual(self.found("--diff-base=HEAD", *words)[0], [("CA101", "src/new.c", 4)])
        self.assertEqual(self.found("--diff-base=HEAD", cwd=os.path.join(self.project, "src"))[0], [("CA101", "src/new.c", 4)])

    def test_headers_of_the_base_whoever_names_their_folder(self):
        """A header that begins to block is new for all who include it, and its folder is that of the base."""
        self.write("include/nap.h", "#define NAP() (void)0\n")
        self.program("#include <nap.h>\n" + PROGRAM.replace("    sleep(1);", "    NAP();"))
        self.commit("header")
        self.write("include/nap.h", "#define NAP() sleep(1)\n")
        for words in (("--extra-arg=-Iinclude",), ("--extra-arg-before=-Iinclude",), ("--", "-Iinclude"), ("--", "-isystem", "include"),
                      ("--extra-arg=-include", "--extra-arg=include/nap.h", "--extra-arg=-Iinclude")):
            self.assertEqual([f[1:] for f in self.found("--diff-base=HEAD", *words)[0]], [("main.c", 5)], words)
        self.write(".concadvise.json", '{"extra-arg": ["-Iinclude"]}')
        self.assertEqual([f[1:] for f in self.found("--diff-base=HEAD")[0]], [("main.c", 5)])
        self.git("add", "-A")
        self.assertEqual([f[1:] for f in self.found("--changed-only=staged")[0]], [("main.c", 5)])

    def test_odd_names_and_many_changes(self):
        odd = "ü\n \"quoted\"\t$x.c"
        self.program(name=odd)
        self.program(name="b.c")
        self.commit("odd")
        self.program("\n\n" + PROGRAM, name=odd)
        self.git("mv", "b.c", "c c.c")
        with open(os.path.join(self.project, "binary.bin"), "wb") as f:
            f.write(bytes(range(256)))
        self.git("rm", "-q", "main.c")
        self.assertEqual(self.found("--diff-base=HEAD", "--diff-filter=added", code=0)[0], [])
        self.program("\n" + PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n    sleep(2);\n"), name=odd)
        self.assertEqual(self.found("--diff-base=HEAD", "--diff-filter=added")[0], [("CA101", odd, 6)])

    def test_the_users_git_configuration_changes_nothing(self):
        for key, value in (("diff.noprefix", "true"), ("color.diff", "always"), ("diff.external", "/bin/false"),
                           ("core.quotePath", "true"), ("diff.renames", "false"), ("diff.interHunkContext", "50"),
                           ("diff.relative", "true"), ("core.pager", "/bin/false")):
            self.git("config", key, value)
        self.program()
        self.commit("bad")
        self.git("mv", "main.c", "other.c")
        self.program("\n" + PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n    sleep(2);\n"), name="other.c")
        self.assertEqual(self.found("--diff-base=HEAD", "--diff-filter=added")[0], [("CA101", "other.c", 6)])

    def test_R8_warm_cold_and_without_a_cache(self):
        self.with_store()
        self.write("store.c", STORE % "    sleep(1);\n")
        done = [self.check("--diff-base=HEAD", "--format=json", *words, code=1)
                for words in ((), (), ("--no-cache",), ("-j1",), ("store.c", "main.c"), ("main.c", "store.c"))]
        self.assertEqual(len({d.out for d in done}), 1)
        said = self.check("--diff-base=HEAD", "--stats", code=1).err
        self.assertIn("2 of 2 translation units from cache", said)
        self.assertIn("2 of 2 translation units of HEAD from cache", said)
        self.check("cache", "clear", code=0)
        self.git("stash", "-q")
        self.check(code=0) # what the base needs
        self.git("stash", "pop", "-q")
        said = self.check("--diff-base=HEAD", "--stats", code=1).err
        self.assertIn("1 of 2 translation units from cache", said)
        self.assertIn("2 of 2 translation units of HEAD from cache", said)

    def test_R15_runs_at_the_same_time(self):
        self.with_store()
        self.write("store.c", STORE % "    sleep(1);\n")
        wanted = self.check("--diff-base=HEAD", "-q", code=1).out
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            runs = [pool.submit(self.run_tool, "--diff-base=HEAD", "-q") for _ in range(12)]
            for run in runs:
                self.assertEqual((run.result().returncode, run.result().out, run.result().err), (1, wanted, ""))
        self.no_copy_is_left()

    def test_copies_that_a_killed_run_left(self):
        left = os.path.join(self.project, ".concadvise/tree-abcdef")
        os.makedirs(os.path.join(left, "sub"))
        self.write("other.c", "int other;\n")
        self.check("--diff-base=HEAD", code=0)
        self.assertFalse(os.path.exists(left))

    def test_submodules_and_linked_work_trees(self):
        self.git("worktree", "add", "-q", "../linked")
        linked = self.path("linked")
        with open(os.path.join(linked, "main.c"), "w", encoding="utf-8") as f:
            f.write(PROGRAM)
        self.assertEqual(self.found("--diff-base=HEAD", cwd=linked)[0], [("CA101", "main.c", 4)])
        self.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", self.project, "sub")
        self.commit("submodule")
        self.program(GOOD + "int more;\n")
        self.check("--diff-base=HEAD", code=0)

    def test_with_a_baseline_and_named_files(self):
        self.program()
        self.check("--write-baseline", code=0)
        self.commit("known")
        self.program(name="second.c")
        self.assertEqual(self.found("--diff-base=HEAD")[0], [("CA101", "second.c", 4)])
        self.assertEqual(self.found("--diff-base=HEAD~1")[0], [("CA101", "second.c", 4)])
        self.assertEqual(self.found("--diff-base=HEAD", "--whole-project", "main.c", code=0)[0], [])
        self.assertEqual(self.found("--diff-base=HEAD", "--whole-project", "second.c")[0], [("CA101", "second.c", 4)])


if __name__ == "__main__":
    unittest.main()
