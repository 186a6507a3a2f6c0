"""R14: files that a hook names narrow the report; what is known comes from the whole program."""
import concurrent.futures
import json
import os
import unittest

from tool import UV, ToolTest

LOOP = """#include "uv_part.h"
#include "store.h"
static void on_tick(uv_timer_t *handle)
{
    (void)handle;
    store_sync();
}
int main(void)
{
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 1000, 1000);
    return uv_run(uv_default_loop(), 0);
}
"""
STORE = """#include "uv_part.h"
#include "store.h"
void store_sync(void)
{
    sleep(1);
}
"""
OTHER = LOOP.replace("store_sync", "other_sync").replace("on_tick", "on_other").replace(
    "int main", "int other").replace("static void on_other", """static void other_sync(void)
{
    sleep(3);
}
static void on_other""")


class Narrow(ToolTest):
    def setUp(self):
        super().setUp()
        self.write("uv_part.h", UV)
        self.write("store.h", "void store_sync(void);\n")
        self.write("loop.c", LOOP)
        self.write("store.c", STORE)
        self.write("other.c", OTHER)
        self.write("README", "no C\n")

    def places(self, *args, code=1, **kw):
        found = json.loads(self.check("--format=json", "--whole-project", *args, code=code, **kw).out)["findings"]
        return [f["at"]["file"] for f in found]

    def test_R14_a_named_file_is_judged_by_the_whole_program(self):
        self.check("store.c", code=0) # on its own nothing says that it runs on a loop
        self.assertEqual(self.places("store.c"), ["store.c"])

    def test_R14_a_step_in_a_named_file_counts(self):
        self.assertEqual(self.places("loop.c"), ["store.c"])

    def test_R14_findings_elsewhere_are_not_reported(self):
        self.assertEqual(self.places(), ["other.c", "store.c"])
        self.assertEqual(self.places("other.c"), ["other.c"])
        self.assertEqual(self.places("other.c", "store.c"), ["other.c", "store.c"])
        self.write("clean.c", "int clean(void) { return 0; }\n")
        self.assertEqual(self.places("clean.c", code=0), [])

    def test_R14_a_header(self):
        self.write("store.h", "unsigned sleep(unsigned);\nstatic inline void store_wait(void)\n{\n    sleep(2);\n}\n"
                   "void store_sync(void);\n")
        self.write("store.c", STORE.replace("sleep(1)", "store_wait()"))
        self.assertEqual(self.places("store.h"), ["store.h"])

    def test_R14_split_calls_report_what_one_call_reports(self):
        self.assertEqual(sorted(self.places("other.c") + self.places("store.c")),
                         self.places("store.c", "other.c"))

    def test_R15_calls_at_the_same_time_share_a_cache(self):
        names = ["other.c", "store.c", "loop.c", "store.h"] * 2
        with concurrent.futures.ThreadPoolExecutor(len(names)) as pool:
            found = list(pool.map(lambda n: self.run_tool("--format=json", "--whole-project", n), names))
        for name, done in zip(names, found):
            self.assertEqual(done.out, self.run_tool("--format=json", "--whole-project", "--no-cache", name).out)
            self.assertNotIn("another", done.err)

    def test_R14_a_file_that_the_database_does_not_know(self):
        self.write("compile_commands.json", json.dumps(
            [{"directory": self.project, "file": "loop.c", "command": "cc -c loop.c"}]))
        self.assertEqual(self.places("store.c"), ["store.c"])

    def test_R14_the_rest_comes_from_the_cache(self):
        self.check("--whole-project", code=1)
        self.write("store.c", STORE.replace("sleep(1)", "sleep(9)"))
        self.assertIn(" 2 from cache", self.check("--whole-project", "store.c", code=1).err)

    def test_R3_a_list_without_C_is_clean_and_a_missing_file_is_not(self):
        self.assertEqual(self.check("--whole-project", "README", code=0).out, "")
        self.check("--whole-project", "gone.c", code=2)

    def test_R22_the_baseline_is_that_of_the_whole_program(self):
        self.check("--write-baseline", "--whole-project", "store.c", code=0)
        done = self.check("--whole-project", "other.c", code=0)
        self.assertIn(", 1 in the baseline", done.err)
        self.assertNotIn("found no more", done.err)

    def many(self):
        """Eighty more files, too many to parse while somebody waits; nothing includes anything of the others."""
        for i in range(80):
            self.write("far%02d.c" % i, "int far%02d;\n" % i)

    def test_R18_cold_reads_the_named_files_and_their_neighbours(self):
        self.many()
        cold = self.check("--whole-project", "loop.c", "--stats", code=1)
        self.assertIn("note: the cache is cold: of 83 files only the named ones", cold.err)
        self.assertTrue(cold.out.startswith("store.c:5:5: warning: "), cold.out) # loop.c includes store.h
        self.assertIn("0 of 2 translation units from cache", cold.err)
        quiet = self.check("--whole-project", "-q", "--no-cache", "loop.c", code=1)
        self.assertEqual(quiet.out, cold.out)
        self.assertEqual(len(quiet.err.splitlines()), 1)
        self.check("--whole-project", "--no-cache", "--strict", "store.h", "other.c", code=2)
        again = self.check("--whole-project", "other.c", "--stats", code=1)
        self.assertIn("2 of 3 translation units from cache", again.err)
        self.check(code=1) # all of it
        warm = self.check("--whole-project", "loop.c", "--stats", code=1)
        self.assertNotIn("cold", warm.err)
        self.assertIn("83 of 83 translation units from cache", warm.err)
        self.assertEqual(warm.out, cold.out)

    def test_R14_a_header_stands_for_its_includers(self):
        """Also while the cache is cold, and up to a number of them."""
        self.many()
        done = self.check("--whole-project", "--no-cache", "--stats", "store.h", code=0)
        self.assertIn("of 83 files only the named ones", done.err)
        self.assertIn("of 3 translation units", done.err)
        self.write("store.h", "void store_sync(void);\nstatic inline void in_header(void) { sleep(1); }\n")
        self.write("loop.c", LOOP.replace("store_sync();", "in_header();"))
        self.assertEqual(self.places("store.h", "--no-cache"), ["store.h"])
        for i in range(80):
            self.write("far%02d.c" % i, '#include "uv_part.h"\n#include "store.h"\nint far%02d;\n' % i)
        self.assertIn("of 64 translation units", self.check("--whole-project", "--no-cache", "--stats", "store.h", code=0).err)

    def test_R14_any_directory(self):
        os.makedirs(os.path.join(self.project, "sub"))
        self.assertEqual(self.places("../store.c", cwd=os.path.join(self.project, "sub")), ["store.c"])


if __name__ == "__main__":
    unittest.main()
