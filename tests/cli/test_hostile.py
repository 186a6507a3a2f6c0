"""Trees that mean harm, or are odd: nothing is written outside of the cache, no program of theirs runs, and
what can be read is read. docs/threat-model.md names these tests."""
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import threading
import time
import unittest

from tool import BINARY, FINDING, IS_SLOW, PROGRAM, UV, ToolTest

EVIL = "#!/bin/sh\necho ran >> %s\n"
WRITES = re.compile(r'^(?:\d+ +)?(\w+)\((.*)$')


class Hostile(ToolTest):
    def setUp(self):
        super().setUp()
        self.outside = self.path("outside")
        os.mkdir(self.outside)
        self.witness = self.path("outside/witness")
        with open(self.witness, "w", encoding="utf-8") as f:
            f.write("as it was\n")

    def link(self, target, name):
        path = os.path.join(self.project, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink(target, path)

    def outside_files(self):
        return {name: self.read(self.path("outside/" + name)) for name in os.listdir(self.outside)}

    def assert_found(self, *args, **kw):
        done = self.check(*args, code=1, **kw)
        self.assertIn(FINDING, done.out)
        return done


class Cache(Hostile):
    """The tree brings a cache that leads elsewhere."""

    def tearDown(self):
        self.assertEqual(self.outside_files(), {"witness": b"as it was\n"})
        super().tearDown()

    def test_a_folder_that_is_a_link(self):
        self.program()
        self.link(self.outside, ".concadvise")
        self.assert_found()
        self.assertIn("1 from cache", self.assert_found().err) # in the user's own cache folder
        self.assertTrue(os.path.isdir(self.path("xdg/concadvise")))

    def test_a_folder_that_is_a_file(self):
        self.program()
        path = self.write(".concadvise", "a file\n")
        self.assert_found()
        self.assertEqual(self.read(path), b"a file\n")

    def test_files_that_are_links(self):
        self.program()
        for name in ("units.sqlite", "units.sqlite-wal", "units.sqlite-shm", "units.sqlite-journal",
                     "results.sqlite", "results.sqlite-wal", ".gitignore"):
            for target in (self.witness, self.path("outside/new"), "units.sqlite", "/dev/full"):
                with self.subTest(name=name, target=target):
                    shutil.rmtree(os.path.join(self.project, ".concadvise"), ignore_errors=True)
                    self.link(target, ".concadvise/" + name)
                    self.assert_found()

    def test_files_that_are_pipes(self):
        self.program()
        for name in ("units.sqlite", "units.sqlite-wal", "results.sqlite", ".gitignore"):
            shutil.rmtree(os.path.join(self.project, ".concadvise"), ignore_errors=True)
            os.mkdir(os.path.join(self.project, ".concadvise"))
            os.mkfifo(os.path.join(self.project, ".concadvise", name))
            self.assert_found(timeout=30)

    def test_a_database_that_computes_for_ever(self):
        import sqlite3
        self.program()
        want = self.assert_found().out
        path = os.path.join(self.project, ".concadvise/units.sqlite")
        forever = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
        for sql in ("CREATE TRIGGER t BEFORE INSERT ON units BEGIN %s; END" % forever,
                    "CREATE TRIGGER t BEFORE UPDATE ON units BEGIN %s; END; UPDATE units SET used = 1" % forever,
                    "ALTER TABLE units RENAME TO u; CREATE VIEW units AS SELECT *, (%s) FROM u" % forever,
                    "DROP TABLE units; CREATE TABLE units(id INTEGER PRIMARY KEY, key BLOB)"):
            db = sqlite3.connect(path)
            for statement in re.split(r";\s+(?=CREATE|UPDATE)", sql):
                if not statement.startswith("UPDATE"):
                    db.execute(statement)
            db.commit()
            db.close()
            done = self.assert_found(timeout=60)
            self.assertEqual(done.out, want)
            self.assertIn("not those of this program", done.err)
            self.assertIn("1 from cache", self.assert_found().err)

    def test_a_forged_result(self):
        """What somebody brought with the tree is not believed; the same bytes in one's own folder are."""
        import sqlite3
        self.program()
        want = self.assert_found().out
        self.assert_found()
        folder, aside = os.path.join(self.project, ".concadvise"), self.path("aside")
        db = sqlite3.connect(os.path.join(folder, "results.sqlite"))
        rows = db.execute("SELECT key, result FROM results").fetchall()
        for key, result in rows:
            db.execute("UPDATE results SET result = ? WHERE key = ?", (result.replace(b"main.c", b"evil.c"), key))
        db.commit()
        db.close()
        self.assertIn("evil.c:4:5: ", self.check(code=1).out)
        shutil.copytree(folder, aside)
        shutil.rmtree(folder)
        shutil.copytree(aside, folder)
        self.assertEqual(self.assert_found().out, want)

    def test_a_config_that_points_outside(self):
        self.program()
        self.link(self.outside, "inner")
        for value in (self.outside, "../outside", "inner", "inner/deeper", "a/../../outside"):
            for key in ("cache-dir", "baseline"):
                self.write(".concadvise.json", json.dumps({key: value}))
                self.assertIn("outside of the project", self.check(code=2).err)
        for key in ("output", "write-baseline", "file-list", "config"):
            self.write(".concadvise.json", json.dumps({key: self.witness}))
            self.assertIn(".concadvise.json", self.check(code=2).err)

    def test_a_baseline_that_is_a_link(self):
        self.program()
        self.link(self.witness, ".concadvise-baseline.json")
        self.check("--write-baseline", "--no-baseline", code=2)
        self.run_tool("--write-baseline")
        self.run_tool("--prune-baseline")

    def test_a_folder_that_cannot_be_written(self):
        self.program()
        os.chmod(self.project, 0o555)
        self.addCleanup(os.chmod, self.project, 0o755)
        self.assert_found()


class Programs(Hostile):
    """What the compile database names is never run, and what it asks for is never written."""

    def evil(self):
        path = self.path("evil.sh")
        with open(path, "w", encoding="utf-8") as f:
            f.write(EVIL % self.path("outside/ran"))
        os.chmod(path, 0o755)
        return path

    def database(self, evil):
        words = [evil, "-fplugin=" + evil, "-B" + self.dir, "-B", self.dir, "-specs=" + evil, "-wrapper", evil,
                 "-Xclang", "-load", "-Xclang", evil, "-fpass-plugin=" + evil, "-fplugin-arg-evil-x", "-no-integrated-cpp",
                 "-no-integrated-as", "-fuse-ld=" + evil, "-ccc-install-dir", self.dir, "--gcc-toolchain=" + self.dir,
                 "-fmodules", "-fmodules-cache-path=" + self.outside, "-MD", "-MF", self.path("outside/x.d"),
                 "-MJ", self.path("outside/x.json"), "-o", self.path("outside/x.o"), "-save-temps=obj", "-ftime-trace",
                 "--config", evil, "--config=" + evil, "-gen-reproducer", "-fcrash-diagnostics-dir=" + self.outside,
                 "-fproc-stat-report=" + self.path("outside/stat"), "-serialize-diagnostics", self.path("outside/dia"),
                 "-Wp,-MD," + self.path("outside/wp.d"), "-fprofile-generate=" + self.outside,
                 "-fdump-tree-all", "-aux-info", self.path("outside/aux"), "-dumpdir", self.outside + "/",
                 "-ivfsoverlay", self.path("vfs.yaml"), "@" + self.path("args"), "-c", "main.c"]
        with open(self.path("args"), "w", encoding="utf-8") as f:
            f.write("-fplugin=%s -o %s\n@%s\n" % (evil, self.path("outside/y.o"), self.path("args")))
        entries = [{"directory": self.project, "file": "main.c", "arguments": words},
                   {"directory": self.project, "file": "b.c",
                    "command": "%s $(%s) `%s`; %s | %s && %s -c b.c > %s" % (evil, evil, evil, evil, evil, evil,
                                                                           self.path("outside/out"))}]
        self.write("compile_commands.json", json.dumps(entries))

    def trace(self, *args):
        log = self.path("trace")
        done = self.run_tool(*args, program=("strace", "-f", "-qq", "-s", "4096", "-o", log, "-e",
                                             "trace=%file,%process,%desc", "-e", "signal=none", BINARY), timeout=300)
        with open(log, encoding="utf-8", errors="replace") as f:
            return done, f.read()

    def test_nothing_is_run_and_nothing_is_written(self):
        self.program()
        self.write("b.c", "int b;\n")
        self.database(self.evil())
        before, tree = self.outside_files(), self.listing()
        self.assert_found("-j2")
        self.assertEqual(self.outside_files(), before)
        self.assertEqual(self.listing(), tree)
        self.assertEqual(sorted(os.listdir(self.dir)), sorted(["args", "evil.sh", "outside", "project"]))

    @unittest.skipUnless(shutil.which("strace"), "needs strace")
    @unittest.skipIf(IS_SLOW, "a sanitizer's symbolizer is a program too")
    def test_by_system_calls(self):
        """Nothing is executed, and whatever is opened for writing, made, renamed or removed lies in the cache."""
        self.program()
        self.write("b.c", "int b;\n")
        self.database(self.evil())
        done, log = self.trace("-j2")
        if "ptrace" in done.err and "not permitted" in done.err:
            self.skipTest("strace may not trace here")
        self.assertIn(FINDING, done.out)
        self.assertEqual(len(re.findall(r"\bexecve(?:at)?\(", log)), 1)
        allowed = (os.path.join(self.project, ".concadvise"), "/dev/null", "/dev/tty")
        writes = 0
        for line in log.splitlines():
            call = re.match(r"\d+ +(\w+)\((.*)", line)
            if not call or " = -1 " in line:
                continue
            name, rest = call.groups()
            is_write = (name in ("open", "openat") and re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", rest)) or \
                re.match(r"(creat|rename|unlink|mkdir|rmdir|link|symlink|mknod|truncate|f?chmod|f?chown|lchown|utime|setxattr)",
                         name)
            if is_write:
                paths = re.findall(r'"([^"]*)"', rest)
                writes += 1
                for path in paths or ["?"]:
                    self.assertTrue(path.startswith(allowed) or name.startswith(("fch",)) and not paths, line)
        self.assertGreater(writes, 3) # or the test sees nothing
        self.assertNotIn("socket(AF_INET", log)


class Paths(Hostile):
    def test_odd_names(self):
        names = ["a b.c", "quote'\".c", "new\nline.c", "tab\t.c", "$(touch x).c", "-c.c", "@at.c", "%s%n.c", "\\back.c",
                 "*.c", "#.c", "\x1b[31m.c", "\u00e9\u202e.c"]
        self.write("uv_part.h", UV)
        for i, name in enumerate(names):
            folder = "d" + name[:-2]
            self.write(folder + "/uv_part.h", UV)
            self.write(folder + "/" + name, PROGRAM.replace("main(", "main%d(" % i))
        raw = os.path.join(self.project.encode(), b"caf\xe9\xff.c")
        with open(raw, "wb") as f:
            f.write(PROGRAM.encode())
        for args in ((), ("--no-cache",), ("-j3",), ()):
            done = self.check(*args, code=1)
            self.assertEqual(len(re.findall(r":4:5: warning: ", done.out)), len(names) + 1, done.err)
        for form in ("json", "sarif", "github", "gitlab", "checkstyle", "html"):
            self.check("--format=" + form, code=1).stdout.decode("utf-8")
        self.assertEqual(sorted(os.listdir(self.dir)), ["outside", "project"])

    def test_links_in_circles(self):
        self.program()
        self.link(".", "loop")
        self.link("..", "up/up")
        self.link("/", "root")
        self.link("b", "a")
        self.link("a", "b")
        self.link("self.c", "self.c")
        self.link("../project/loop/loop/loop/main.c", "again.c")
        done = self.assert_found()
        self.assertIn("1 translation unit", done.err)
        self.check("loop/loop/main.c", code=1)

    def test_not_files(self):
        self.program()
        os.mkfifo(os.path.join(self.project, "pipe.c"))
        os.mkdir(os.path.join(self.project, "folder.c"))
        self.link("/dev/zero", "zero.c")
        self.link("/dev/tty", "tty.c")
        if os.geteuid() == 0:
            try:
                os.mknod(os.path.join(self.project, "null.c"), 0o600 | 0o020000, os.makedev(1, 5))
            except OSError:
                pass
        self.assert_found(timeout=30)
        for name in ("pipe.c", "zero.c"):
            self.check(name, code=2, timeout=30)
        entries = [{"directory": self.project, "file": name, "command": "cc -c " + name}
                   for name in ("pipe.c", "zero.c", "folder.c", "main.c")]
        self.write("compile_commands.json", json.dumps(entries))
        self.assert_found(timeout=30)
        os.unlink(os.path.join(self.project, "compile_commands.json"))
        os.mkfifo(os.path.join(self.project, "compile_commands.json"))
        os.mkfifo(os.path.join(self.project, ".concadvise.json"))
        self.run_tool(timeout=30)
        os.unlink(os.path.join(self.project, ".concadvise.json"))
        self.assert_found(timeout=30)

    def test_including_what_never_ends(self):
        """A pipe without a writer, and a device without an end: they cost the file that includes them."""
        self.program()
        os.mkfifo(os.path.join(self.project, "pipe.h"))
        self.write("wait.c", '#include "pipe.h"\nint w;\n')
        self.write("zero.c", '#include "/dev/zero"\nint z;\n')
        done = self.assert_found("--no-cache", timeout=240)
        self.assertRegex(done.err, r"wait\.c: ")
        self.assertRegex(done.err, r"zero\.c: ")

    @unittest.skipIf(os.geteuid() == 0 and not shutil.which("setpriv"), "root reads everything")
    def test_what_may_not_be_read(self):
        self.program()
        self.write("secret/x.c", PROGRAM)
        self.write("y.c", PROGRAM)
        os.chmod(os.path.join(self.project, "secret"), 0)
        os.chmod(os.path.join(self.project, "y.c"), 0)
        self.addCleanup(os.chmod, os.path.join(self.project, "secret"), 0o755)
        os.chmod(self.dir, 0o755)
        os.chmod(self.project, 0o777)
        program = (BINARY,)
        if os.geteuid() == 0:
            program = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", BINARY)
        done = self.run_tool("--no-cache", program=program)
        if done.returncode == 127 or "ermission denied" in done.err and not done.out and "main" not in done.err:
            self.skipTest("nobody may not run the program: " + done.err)
        self.assertEqual(done.returncode, 1, done.err)
        self.assertIn(FINDING, done.out)
        self.assertRegex(done.err, r"y\.c: .*[Pp]ermission denied")


class Moving(Hostile):
    """Files that change or vanish during the run."""

    def test_a_tree_that_does_not_hold_still(self):
        self.program()
        names = ["m%d.c" % i for i in range(30)]
        for name in names:
            self.write(name, PROGRAM.replace("main(", name[:-2] + "("))
        stop = threading.Event()

        def stir():
            i = 0
            while not stop.is_set():
                name = names[i % len(names)]
                path = os.path.join(self.project, name)
                i += 1
                if i % 3 == 0 and os.path.exists(path):
                    os.unlink(path)
                elif i % 3 == 1:
                    self.write(name, PROGRAM[:i * 7 % len(PROGRAM)])
                else:
                    self.write(name, PROGRAM.replace("main(", name[:-2] + "("))
                time.sleep(0.001)
        thread = threading.Thread(target=stir)
        thread.start()
        try:
            for _ in range(4):
                done = self.run_tool("-j3", timeout=120)
                self.assertIn(done.returncode, (0, 1), done.err)
                self.assertNotIn("internal error", done.err)
        finally:
            stop.set()
            thread.join()
        for name in names:
            self.write(name, PROGRAM.replace("main(", name[:-2] + "("))
        self.assertEqual(self.check(code=1).out, self.check("--no-cache", code=1).out)


class Limits(Hostile):
    def limited(self, kind, value, *args, **kw):
        def lower():
            resource.setrlimit(kind, (value, value))
        env = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"),
                   CONCADVISE_BENCH_DB=self.path("no-bench.db"))
        done = subprocess.run([BINARY, *args], cwd=self.project, env=env, capture_output=True, timeout=300,
                              preexec_fn=lower, check=False, **kw)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return done

    def many(self, n):
        self.write("uv_part.h", UV)
        for i in range(n):
            self.write("f%03d.c" % i, PROGRAM.replace("main(", "main%d(" % i))

    @unittest.skipIf(IS_SLOW, "sanitizers need descriptors of their own")
    def test_few_descriptors(self):
        self.many(60)
        want = self.check("--no-cache", code=1).out
        for limit, jobs in ((64, 8), (24, 4), (16, 2), (16, 64)):
            done = self.limited(resource.RLIMIT_NOFILE, limit, "--no-cache", "-j%d" % jobs)
            self.assertEqual((done.returncode, done.out), (1, want), (limit, jobs, done.err))

    def test_any_number_of_workers(self):
        self.many(70)
        want = self.check("-j1", "--no-cache", code=1).out
        for jobs in (2, 7, 64):
            self.assertEqual(self.check("-j%d" % jobs, "--no-cache", code=1).out, want)
        self.assertEqual(self.check("-j64", code=1).out, want)
        self.assertEqual(self.check("-j64", code=1).out, want)

    def test_full_disk(self):
        """No byte can be written (a limit of file size acts like a full disk): the cache is done without."""
        self.program()
        for limit in (0, 100, 4096, 20000, 40000):
            shutil.rmtree(os.path.join(self.project, ".concadvise"), ignore_errors=True)

            def lower():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            done = self.limited_size(limit, lower)
            self.assertEqual(done.returncode, 1, (limit, done.err))
            self.assertIn(FINDING, done.out)
            self.assertEqual(self.check(code=1).out, done.out) # what is left of it harms nobody
            self.assertIn("1 from cache", self.check(code=1).err)

    def limited_size(self, limit, before):
        def lower():
            before()
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        env = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"),
                   CONCADVISE_BENCH_DB=self.path("no-bench.db"))
        done = subprocess.run([BINARY], cwd=self.project, env=env, capture_output=True, timeout=120,
                              preexec_fn=lower, check=False)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return done

    def test_full_disk_by_signal(self):
        self.program()
        done = self.limited_size(4096, lambda: None)
        self.assertEqual(done.returncode, 1, done.err)

    @unittest.skipIf(IS_SLOW, "shadow memory does not fit")
    def test_little_memory(self):
        """What does not fit costs its file, or the run with a message; never a hang or a crash without words."""
        self.program()
        self.write("big.c", "".join("int f%d(int a) { return a + %d; }\n" % (i, i) for i in range(60000)))
        for mb in (2000, 700, 450, 300):
            done = self.limited(resource.RLIMIT_AS, mb << 20, "--no-cache", "-j1")
            self.assertIn(done.returncode, (0, 1, 2), (mb, done.returncode, done.err))
            self.assertTrue(done.err, mb)
            self.assertNotIn("internal error", done.err)


if __name__ == "__main__":
    unittest.main()
