"""`concadvise bench`: rows are kept whatever happens, nothing is left behind, what goes out comes in again."""
import glob
import json
import os
import re
import signal
import sqlite3
import subprocess
import unittest
import uuid
import xml.dom.minidom

from tool import BINARY, ToolTest

TINY = ("bench", "--quick", "--workload=cpu-light", "--model=sequential,thread-pool")
LONG = ("bench", "--quick", "-v", "--workload=io-wait", "--model=sequential,event-loop,thread-pool,processes",
        "--repeat=2000")


class BenchTest(ToolTest):
    def setUp(self):
        super().setUp()
        self.mark = "CONCADVISE_TEST_MARK=" + uuid.uuid4().hex
        self.db = self.path("bench.db")
        os.mkdir(self.path("tmp"))
        name, value = self.mark.split("=")
        self.env = {name: value, "CONCADVISE_BENCH_DB": self.db, "TMPDIR": self.path("tmp")}

    def bench(self, *args, code=0, **kw):
        return self.check("bench", *args, code=code, env=self.env, **kw)

    def start(self, *args):
        return subprocess.Popen([BINARY, *args], cwd=self.project, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=dict(os.environ, HOME=self.dir, **self.env))

    def marked(self):
        """Processes that this test has started, directly or not; zombies have no environment."""
        found = []
        for path in glob.glob("/proc/[0-9]*/environ"):
            try:
                if self.mark.encode() in self.read(path).split(b"\0"):
                    found.append(path.split("/")[2])
            except OSError:
                pass
        return found

    def assert_nothing_left(self):
        for _ in range(100): # those that die with their parent do so within moments
            left = self.marked()
            if not left:
                break
            subprocess.run(["sleep", "0.05"], check=True)
        self.assertEqual(left, [])
        self.assertEqual(os.listdir(self.path("tmp")), [])

    def rows(self):
        """{"run#seq"} of the database."""
        with sqlite3.connect("file:%s?mode=ro" % self.db, uri=True) as db:
            return {"%d#%d" % row for row in db.execute("SELECT run, seq FROM samples")}


class Measure(BenchTest):
    def test_tiny_grid(self):
        done = self.check(*TINY, "--repeat=4", code=0, env=self.env)
        self.assertRegex(done.out, r"cpu-light: 200 tasks, 1\.00 us CPU, (\d+ at once, )?\d+ cores?\n +model +time")
        self.assertRegex(done.out, r"\n  sequential +[\d.]+ \S+ +\d.* 1\.00x ")
        self.assertRegex(done.out, r"\n  thread-pool +[\d.]+ \S+ +\d")
        self.assertRegex(done.out, r"\n  (fastest: |no winner: the intervals)")
        self.assertIn("run 1 with 8 rows is kept in", done.err)
        self.assertNotIn("\r", done.err)
        self.assertIn("(this one)", self.bench("--list").out)
        self.assertEqual(self.bench("--show").out, done.out)
        self.assertEqual(self.bench("--show", "latest").out, done.out)
        self.assertEqual(self.bench("--show", "1").out, done.out)
        self.assert_nothing_left()

    def test_history(self):
        for _ in range(2):
            self.check(*TINY, "--repeat=2", "-q", code=0, env=self.env)
        self.assertEqual(len(self.rows()), 8)
        self.assertRegex(self.bench("--show").out, r"thread-pool .* 4\n")
        self.assertRegex(self.bench("--show", "previous").out, r"thread-pool .* 2\n")
        self.assertRegex(self.bench("--compare", "1", "2").out,
                         r"^work +run 1 +run 2 +A by B +runs\n(.+\n){2}\nrun 1 is faster in 0 of 2, run 2 in 0;")
        self.assertIn("too few runs", self.bench("--compare", "1", "2").out)
        models = self.bench("--compare", "sequential", "thread-pool").out
        self.assertRegex(models, r"\ncpu-light: .* 4/4\n")

    def test_place(self):
        env = {"CONCADVISE_BENCH_DB": ""}
        self.check(*TINY, "--repeat=1", code=0, env=env)
        self.assertTrue(os.path.exists(self.path(".local/share/concadvise/bench.db")))
        self.check(*TINY, "--repeat=1", code=0, env=dict(env, XDG_DATA_HOME=self.path("data")))
        self.assertTrue(os.path.exists(self.path("data/concadvise/bench.db")))
        self.check(*TINY, "--repeat=1", "--bench-db", self.path("own.db"), code=0, env=env)
        self.assertTrue(os.path.exists(self.path("own.db")))
        self.assertEqual(self.listing(), {})

    def test_cores(self):
        self.check(*TINY, "--repeat=1", "--cores=1", code=0, env=self.env)
        self.assertIn(", 1 core\n", self.bench("--show").out)
        self.assertIn("may be used", self.bench("--cores=100000", code=2).err)

    def test_interrupted(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            before = self.rows() if os.path.exists(self.db) else set()
            run = self.start(*LONG)
            lines = [run.stdout.readline().decode() for _ in range(15)]
            self.assert_loopback_only()
            run.send_signal(number)
            out, err = run.communicate(timeout=60)
            self.assertEqual(run.returncode, code, err)
            self.assertIn(b"stopped after", err)
            printed = set(re.findall(r"^(\d+#\d+) ", "".join(lines) + out.decode(), re.MULTILINE))
            self.assertGreaterEqual(len(printed), 15)
            self.assertEqual(self.rows() - before, printed)
            self.assertIn(b"io-wait: ", out) # what there is, is shown
            self.assert_nothing_left()
        self.assertNotIn("did not end", self.bench("--list").out)

    def assert_loopback_only(self):
        inodes = set()
        for pid in self.marked():
            for path in glob.glob("/proc/%s/fd/*" % pid):
                try:
                    match = re.match(r"socket:\[(\d+)\]", os.readlink(path))
                except OSError:
                    continue
                if match:
                    inodes.add(match.group(1))
        for name, loopback in (("tcp", "0100007F:"), ("tcp6", "00000000000000000000000001000000:")):
            for line in self.read("/proc/net/" + name).decode().splitlines()[1:]:
                fields = line.split()
                if fields[9] in inodes and fields[3] == "0A":
                    self.assertTrue(fields[1].startswith(loopback), line)

    def test_killed(self):
        printed = set()
        for count in (1, 2, 5, 9, 14, 20):
            run = self.start(*LONG)
            lines = [run.stdout.readline().decode() for _ in range(count)]
            run.kill()
            out, _ = run.communicate(timeout=60)
            printed.update(re.findall(r"^(\d+#\d+) .*\n", "".join(lines) + out.decode(), re.MULTILINE))
            self.assert_nothing_left()
        self.assertGreaterEqual(len(printed), 51)
        kept = self.rows()
        self.assertLessEqual(printed, kept)
        self.assertLessEqual(len(kept - printed), 6) # kept, and killed before it was printed
        self.assertIn("(did not end)", self.bench("--list").out)
        self.assertIn("io-wait: ", self.bench("--show").out)

    def test_full_output(self):
        with open("/dev/full", "wb") as full:
            run = subprocess.run([BINARY, *TINY, "--repeat=1", "-v"], cwd=self.project, check=False,
                                 env=dict(os.environ, **self.env), stdout=full,
                                 stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(run.returncode, 2)


class Show(BenchTest):
    def test_nothing_yet(self):
        for args in (("--show",), ("--list",), ("--export=json",), ("--svg", "x.svg"), ("--compare", "1", "2")):
            self.assertIn("nothing to show", self.bench(*args, code=2).err)
        self.assertFalse(os.path.exists(self.db))
        tables = self.bench("--source-tables").out
        for figure in ("~1000 s", "67x", "93.2 %", "27000 ms", "4x (100 % CPU)"):
            self.assertIn(figure, tables)
        self.assertIn("not measured here", tables)

    def test_command_line(self):
        for args, said in ((("--quick", "--full"), "do not go together"),
                           (("--show", "--list"), "do not go together"),
                           (("--quick", "--export=csv"), "do not go together"),
                           (("--compare", "1"), "needs two"),
                           (("extra",), "one word too many"),
                           (("--show", "1", "2"), "one word too many"),
                           (("--workload=io-wiat",), "did you mean 'io-wait'"),
                           (("--model=treads",), "did you mean 'threads'"),
                           (("--model=threads:none",), "no model that is asked for")):
            self.assertIn(said, self.bench(*args, code=2).err)
        self.assertFalse(os.path.exists(self.db))

    def test_after_measuring(self):
        self.check(*TINY, "--repeat=1", "-q", code=0, env=self.env)
        for args, said in ((("--show", "99"), "no run and no machine"), (("--show", "zz"), "no run and no machine"),
                           (("--compare", "1", "threads"), "two models, or two runs"),
                           (("--compare", "threads", "processes"), "no work in common"),
                           (("--show", "--workload=spawn"), "no such measurements"),
                           (("--export=xml",), "none of json, csv")):
            self.assertIn(said, self.bench(*args, code=2).err)
        svg = self.path("project/out.svg")
        self.bench("--svg", svg)
        text = self.read(svg)
        xml.dom.minidom.parseString(text)
        self.assertIn(b"prefers-color-scheme:dark", text)
        self.assertNotIn(b"http://", text.replace(b"http://www.w3.org/2000/svg", b""))
        self.bench("--svg", svg)
        self.assertEqual(self.read(svg), text)
        self.assertIn("| thread-pool |", self.bench("--show", "--markdown").out)
        self.assertIn("| event-loop | 10-20 s (15) | 67x |", self.bench("--source-tables", "--markdown").out)
        machine = re.search(r"machine (\w{16}) \(this one\)", self.bench("--list").out).group(1)
        self.assertEqual(self.bench("--show", machine[:6]).out, self.bench("--show").out)


class Export(BenchTest):
    def setUp(self):
        super().setUp()
        for _ in range(2):
            self.check(*TINY, "--repeat=2", "-q", code=0, env=self.env)

    def test_round_trip(self):
        text = self.bench("--export=json").out
        other = self.path("other.db")
        first = self.bench("--import", self.write("rows.json", text), "--bench-db", other)
        self.assertIn("2 runs with 8 new rows came in; 0 were there already", first.err)
        again = self.bench("--import", self.write("rows.json", text), "--bench-db", other)
        self.assertIn("0 new rows came in; 8 were there already", again.err)
        self.assertEqual(self.bench("--export=json", "--bench-db", other).out, text)
        self.assertEqual(self.bench("--show", "--bench-db", other).out, self.bench("--show").out)
        self.bench("--export=json", "-o", "out.json")
        self.assertEqual(self.read(self.path("project/out.json")).decode(), text)
        one = json.loads(self.bench("--export=json", "2").out)
        self.assertEqual([len(r["samples"]) for r in one["runs"]], [4])

    def test_csv(self):
        lines = self.bench("--export=csv").out.splitlines()
        self.assertEqual(len(lines), 9)
        self.assertTrue(lines[0].startswith("machine,run,workload,model,variant,seq,"))
        self.assertTrue(all(len(line.split(",")) == 30 for line in lines))

    def test_bad_imports_change_nothing(self):
        good = json.loads(self.bench("--export=json").out)
        before = self.bench("--export=json").out

        def bent(change):
            copy = json.loads(json.dumps(good))
            copy["runs"][0]["uid"] = "0" * 32
            copy["runs"][1]["uid"] = "1" * 32
            change(copy)
            return json.dumps(copy)

        def sample(name, value):
            return bent(lambda d: d["runs"][1]["samples"][-1].__setitem__(name, value))

        for text in ("", "[]", "{}", "not json", json.dumps({"format": "concadvise-bench", "version": 99}),
                     bent(lambda d: d.pop("machines")), bent(lambda d: d["machines"][0].__setitem__("cpus", 77)),
                     bent(lambda d: d["runs"][1].__setitem__("uid", "short")),
                     bent(lambda d: d["runs"][1]["samples"].append(7)),
                     sample("wall_ns", -1), sample("wall_ns", "x"), sample("tasks", 1 << 40),
                     sample("workload", "sleeping"), sample("model", "none"), sample("variant", None)):
            done = self.bench("--import", self.write("bad.json", text), code=2)
            self.assertIn("nothing was imported", done.err)
        self.bench("--import", self.path("missing.json"), code=2)
        self.assertEqual(self.bench("--export=json").out, before)


class Database(BenchTest):
    def test_newer_and_foreign(self):
        self.check(*TINY, "--repeat=1", "-q", code=0, env=self.env)
        db = sqlite3.connect(self.db)
        db.execute("PRAGMA user_version=99")
        db.close()
        for args in (TINY[1:], ("--show",)):
            self.assertIn("newer version", self.bench(*args, code=2).err)
        os.unlink(self.db)
        db = sqlite3.connect(self.db)
        db.execute("CREATE TABLE precious(x)")
        db.close()
        for args in (TINY[1:], ("--show",)):
            self.assertIn("another program", self.bench(*args, code=2).err)

    def test_damaged(self):
        self.check(*TINY, "--repeat=1", "-q", code=0, env=self.env)
        size = os.path.getsize(self.db)
        with open(self.db, "r+b") as f:
            f.write(b"\xa5" * size)
        done = self.check(*TINY, "--repeat=1", "-q", code=0, env=self.env)
        self.assertIn("moved to %s.bad" % self.db, done.err)
        self.assertEqual(len(self.rows()), 2)

    def test_reading_moves_nothing(self):
        """Cut off at any place: what is wrong is said, and the file stays as it is."""
        self.check(*TINY, "--repeat=4", "-q", code=0, env=self.env)
        whole = self.read(self.db)
        want = self.bench("--source-tables").out
        for size in (0, 1, 50, 99, 100, 1000, 4096, 5000, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
            with open(self.db, "wb") as f:
                f.write(whole[:size])
            for args in (("--show",), ("--list",), ("--export=json",), ("--compare", "sequential", "threads")):
                done = self.run_tool("bench", *args, env=self.env)
                self.assertIn(done.returncode, (0, 2), (size, args, done.err))
                self.assertTrue(done.returncode == 0 or done.err, (size, args))
                self.assertNotIn("internal error", done.err)
                self.assertNotIn("moved", done.err)
            tables = self.run_tool("bench", "--source-tables", env=self.env)
            self.assertEqual(tables.returncode, 0, (size, tables.err))
            self.assertTrue(tables.out == want or tables.err, size)
            self.check("matrix", code=0, env=self.env)
            self.assertEqual(self.read(self.db), whole[:size], size)
            self.assertEqual(glob.glob(self.db + ".*"), [])

    def test_cannot_be_written(self):
        blocked = self.write("a_file", "x")
        done = self.check(*TINY, "--bench-db", blocked + "/sub/bench.db", code=2)
        self.assertIn("could not be kept (--bench-db gives another file)", done.err)

    def test_version_1_is_brought_up(self):
        self.check(*TINY, "--repeat=1", "-q", code=0, env=self.env)
        want = self.rows()
        db = sqlite3.connect(self.db)
        db.executescript("DROP TABLE primitives; ALTER TABLE runs DROP COLUMN noise; PRAGMA user_version=1")
        db.close()
        self.assertIn("cpu-light", self.bench("--show").out)
        self.assertEqual(self.rows(), want)
        db = sqlite3.connect(self.db)
        self.assertEqual(db.execute("PRAGMA user_version").fetchone(), (2,))
        db.close()


if __name__ == "__main__":
    unittest.main()
