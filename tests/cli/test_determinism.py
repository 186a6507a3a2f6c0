"""R8: the same bytes of every format for any number of parsers, order of files, working directory and state of the
cache. All formats come from one run each time, so that many runs can be compared."""
import os
import random
import shutil
import unittest

from tool import PROGRAM, UV, ToolTest

FORMATS = ("text", "json", "sarif", "github", "gitlab", "checkstyle", "html")

# Threads that race on a variable of another file, so that findings have sides in several units.
RACE = """#include <pthread.h>
extern int common;
static void *count%d(void *p)
{
    for (int i = 0; i < 1000; i++)
        common += i;
    return p;
}
int start%d(pthread_t *t)
{
    return pthread_create(t, NULL, count%d, NULL);
}
"""
STARTER = """#include <pthread.h>
int common;
int start0(pthread_t *t);
int start1(pthread_t *t);
int main(void)
{
    pthread_t a, b;
    if (start0(&a) != 0 || start1(&b) != 0)
        return 1;
    return pthread_join(a, NULL) + pthread_join(b, NULL) + common;
}
"""


class SameBytes(ToolTest):
    def setUp(self):
        super().setUp()
        for i in range(6):
            self.program(PROGRAM.replace("nap", f"nap{i}"), name=f"d{i % 3}/main{i}.c")
            self.write(f"d{i % 3}/uv_part.h", UV)
        for i in range(2):
            self.write(f"race/count{i}.c", RACE % (i, i, i))
        self.write("race/main.c", STARTER)
        self.write("part.c", '#include "gone.h"\nint f(void) { return undeclared; }\n')
        self.write("hidden.c", PROGRAM.replace("sleep(1);", "sleep(1); /* concadvise-ignore[CA101]: why */"))
        self.files = sorted(os.path.relpath(os.path.join(folder, name), self.project)
                            for folder, _, names in os.walk(self.project) for name in names if name.endswith(".c"))
        self.runs = 0
        self.wanted = self.reports("--no-cache", "-j1")

    def reports(self, *args, cwd=None):
        self.runs += 1
        out = self.path("out%d" % self.runs)
        os.makedirs(out)
        self.check("--include-suppressed", "--min-confidence=low", *[f"--format={f}:{out}/{f}" for f in FORMATS],
                   *args, code=1, cwd=cwd)
        return {f: self.read(os.path.join(out, f)) for f in FORMATS}

    def same(self, *args, cwd=None, but=()):
        found = self.reports(*args, cwd=cwd)
        for name in FORMATS:
            if name not in but:
                self.assertEqual(found[name], self.wanted[name], (name, args, cwd))

    def test_R8_there_is_something_to_compare(self):
        for text in self.wanted.values():
            self.assertGreater(text.count(b"CA101"), 5)
        for part in (b"CA201", b"common", b"gone.h"):
            self.assertIn(part, self.wanted["json"])
        self.assertNotIn(self.dir.encode(), b"".join(v for k, v in self.wanted.items() if k != "text"))

    def test_R8_jobs(self):
        for jobs in ("-j1", "-j2", "-j5", "-j0"):
            self.same("--no-cache", jobs)

    def test_R8_order_of_files(self):
        self.same("--no-cache", *self.files)
        self.same("--no-cache", *reversed(self.files))
        shuffled = list(self.files)
        random.Random(1).shuffle(shuffled)
        self.same("--no-cache", "-j3", *shuffled)
        self.write("list", "\n".join(reversed(self.files)))
        self.same("--no-cache", "@list")

    def test_R8_working_directory(self):
        """The text report names files from the working directory; the others from the root."""
        self.same("--no-cache", self.project, cwd=self.dir, but=("text",))
        self.same("--no-cache", "..", cwd=os.path.join(self.project, "race"), but=("text",))
        self.same("--no-cache", self.project)

    def test_R8_cold_warm_and_half_warm_cache(self):
        self.same("-j2")
        self.same("-j2")
        self.check("--exit-zero", code=0)
        shutil.rmtree(os.path.join(self.project, ".concadvise"))
        self.check("--exit-zero", *self.files[::2], code=0)
        self.same("-j2")
        self.same("-j1")

    def test_R8_another_place(self):
        """The same project in another folder, with what the cache of the first has kept."""
        self.check("--exit-zero", code=0)
        other = self.path("somewhere else")
        shutil.copytree(self.project, other)
        self.same(cwd=other)
        self.same("--no-cache", cwd=other)


if __name__ == "__main__":
    unittest.main()
