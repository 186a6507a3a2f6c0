"""kill -9 at random moments, of checks and of measurements: no cache is spoilt, no row is lost, the next run says
the same. CONCADVISE_KILLS=200 runs the long form, CONCADVISE_SEED another series; docs/fuzzing.md has what came out."""
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from test_bench import LONG, BenchTest
from tool import BINARY, IS_SLOW, PROGRAM, UV, ToolTest

KILLS = int(os.environ.get("CONCADVISE_KILLS", "6" if IS_SLOW else "20"))
SEED = int(os.environ.get("CONCADVISE_SEED", "1"))
FILES = 12


def is_whole(path):
    """As SQLite sees it, from a copy: looking must not repair what the next run has to."""
    copy = path + ".look"
    for tail in ("", "-wal"):
        if os.path.exists(path + tail):
            shutil.copy(path + tail, copy + tail)
    if not os.path.exists(copy):
        return True
    db = sqlite3.connect(copy)
    answer = db.execute("PRAGMA integrity_check").fetchone()[0]
    db.close()
    for tail in ("", "-wal", "-shm"):
        if os.path.exists(copy + tail):
            os.unlink(copy + tail)
    return answer == "ok"


class Check(ToolTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(SEED)
        self.write("uv_part.h", UV)
        for i in range(FILES):
            self.change(i, 0)
        start = time.monotonic()
        self.want = self.check("--no-cache", code=1).out
        self.run_s = time.monotonic() - start

    def change(self, i, version):
        """Another content, and the same findings."""
        self.write("f%02d.c" % i, PROGRAM.replace("main(", "main%d(" % i) + "/* %d */\n" % version)

    def start(self, *args):
        env = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"),
                   CONCADVISE_BENCH_DB=self.path("no-bench.db"))
        return subprocess.Popen([BINARY, *args], cwd=self.project, env=env, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def cache(self):
        return os.path.join(self.project, ".concadvise/units.sqlite")

    def look(self, when):
        self.assertTrue(is_whole(self.cache()), when)
        self.assertFalse(os.path.exists(self.cache() + ".bad"), when)

    def test_killed(self):
        landed = 0
        for k in range(KILLS):
            kind = self.random.choice(("no cache", "one file changed", "all changed", "nothing changed"))
            if kind == "no cache":
                shutil.rmtree(os.path.join(self.project, ".concadvise"), ignore_errors=True)
            for i in range({"one file changed": 1, "all changed": FILES}.get(kind, 0)):
                self.change(i, k + 1)
            delay = self.random.uniform(0, 1.1 * self.run_s)
            when = "kill %d of seed %d: %s, after %.3f s" % (k, SEED, kind, delay)
            run = self.start("-j%d" % self.random.randint(1, 4))
            time.sleep(delay)
            landed += run.poll() is None
            run.send_signal(signal.SIGKILL)
            run.communicate(timeout=60)
            self.look(when)
            if self.random.random() < 0.5: # else the next run finds what this one left
                done = self.check(code=1)
                self.assertEqual(done.out, self.want, when)
                self.assertNotIn("damaged", done.err, when)
                self.look(when)
        self.assertEqual(self.check(code=1).out, self.want)
        warm = self.check(code=1)
        self.assertEqual(warm.out, self.want)
        self.assertIn("%d from cache" % FILES, warm.err)
        self.assertGreater(landed, KILLS // 4)

    def test_eight_at_once(self):
        """Some of them killed; the others are all right."""
        for k in range(max(2, KILLS // 10)):
            if k % 2 == 0:
                shutil.rmtree(os.path.join(self.project, ".concadvise"), ignore_errors=True)
            else:
                for i in range(FILES):
                    self.change(i, 1000 + k)
            runs = [self.start("-j2") for _ in range(8)]
            victims = runs[:2] if k % 2 else []
            for run in victims:
                time.sleep(self.random.uniform(0, self.run_s))
                run.kill()
            for run in runs:
                out, err = run.communicate(timeout=300)
                if run not in victims:
                    self.assertEqual((run.returncode, out.decode()), (1, self.want), err.decode())
                    self.assertNotRegex(err.decode(), "damaged|locked|not used")
            self.look("round %d" % k)
        self.assertIn("%d from cache" % FILES, self.check(code=1).err)


class Bench(BenchTest):
    def test_killed(self):
        """Whatever was printed as kept is kept."""
        generator = random.Random(SEED)
        printed = set()
        for k in range(KILLS):
            run = self.start(*LONG)
            if generator.random() < 0.7: # in the middle of measuring
                run.stdout.readline()
            time.sleep(generator.uniform(0, 0.4))
            run.kill()
            out, _ = run.communicate(timeout=60)
            printed.update(re.findall(r"^(\d+#\d+) .*\n", out.decode(), re.MULTILINE))
            self.assert_nothing_left()
            self.assertTrue(not os.path.exists(self.db) or is_whole(self.db), k)
        kept = self.rows()
        self.assertLessEqual(printed, kept)
        self.assertLessEqual(len(kept - printed), 2 * KILLS) # the last lines of each, and the first that was read
        self.assertGreaterEqual(len(printed), KILLS // 2) # a slow build prints one before each kill, or none
        self.assertIn("io-wait: ", self.bench("--show").out)
        self.assertFalse(os.path.exists(self.db + ".bad"))


if __name__ == "__main__":
    unittest.main()
