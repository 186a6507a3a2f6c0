"""An answer that is given again: only when nothing that it depends on has changed."""
import os
import re
import shutil
import sqlite3
import unittest

from tool import PROGRAM, UV, ToolTest


class Replay(ToolTest):
    def setUp(self):
        super().setUp()
        self.program()
        self.args = ()
        self.env = {}

    def run_check(self, *args, env=None, cwd=None):
        return self.run_tool("--exit-zero", *self.args, *args, env={**self.env, **(env or {})},
                             cwd=cwd)

    def db(self):
        return os.path.join(self.project, ".concadvise", "results.sqlite")

    def mark(self):
        """Changes what is kept, so that it can be told from what is worked out: same length."""
        db = sqlite3.connect(self.db())
        rows = db.execute("SELECT key, result FROM results").fetchall()
        for key, result in rows:
            db.execute("UPDATE results SET result = ? WHERE key = ?",
                       (result.replace(b"sleep", b"KEPT!"), key))
        db.commit()
        db.close()
        return len(rows)

    def prime(self, *args, **more):
        """Two runs with the same answer; the answer kept is marked."""
        first = self.run_check(*args, **more)
        self.assertIn("sleep", first.out)
        self.assertGreater(self.mark(), 0)
        return first

    def assert_again(self, *args, **more):
        self.assertIn("KEPT!", self.run_check(*args, **more).out)

    def assert_anew(self, *args, **more):
        done = self.run_check(*args, **more)
        self.assertNotIn("KEPT!", done.out + done.err)
        return done

    def test_same_bytes(self):
        for args in ((), ("--format=json",), ("--format=json:x.json", "--format=text", "-v"),
                     ("--format=checkstyle", "--strict"), ("-q",), ("--color=always",)):
            runs = [self.run_tool(*args), self.run_tool(*args), self.run_tool(*args)]
            plain = self.run_tool(*args, "--no-cache")
            for done in runs:
                self.assertEqual(done.returncode, plain.returncode, args)
                self.assertEqual(done.out, plain.out, args)
            said = [re.split(r", \d+\.\d s,", d.err)[0] for d in (plain, *runs)]
            self.assertEqual(said, said[:1] * 4, args)
        self.assertIn("sleep", self.read(os.path.join(self.project, "x.json")).decode())

    def test_nothing_changed(self):
        self.prime()
        self.assert_again()
        os.utime(os.path.join(self.project, "main.c")) # a time stamp is no change
        self.assert_again()
        with open(os.path.join(self.project, "main.c"), "rb") as f:
            text = f.read()
        self.write("main.c", text + b"\n")
        self.assert_anew()
        self.write("main.c", text)
        self.assert_again()

    def test_files(self):
        self.prime()
        self.write("uv_part.h", UV + "\n")
        self.assert_anew()
        self.write("uv_part.h", UV)
        self.assert_again()
        self.write("more.c", "int more;\n")
        self.assert_anew()
        os.remove(os.path.join(self.project, "more.c"))
        self.assert_again()
        self.write("main.c", PROGRAM.replace("sleep(1);", "sleep(1); // NOLINT(concadvise-CA101): why not"))
        self.assertNotIn("warning:", self.assert_anew().out)

    def test_command_line_and_environment(self):
        self.prime()
        self.assert_anew("--select=CA101")
        self.assert_anew("--min-confidence=low")
        self.assert_anew("-j1")
        self.assert_anew(env={"NO_COLOR": "1"})
        os.makedirs(self.path("project/sub"))
        self.assert_anew("..", cwd=self.path("project/sub"))
        self.assert_again()

    def test_configuration_and_baseline(self):
        self.prime()
        self.write(".concadvise.json", '{"ignore": ["CA101"]}')
        self.assertNotIn("warning:", self.assert_anew().out)
        self.write(".concadvise.json", "{}")
        self.assert_anew()
        os.remove(os.path.join(self.project, ".concadvise.json"))
        self.assert_again()
        self.run_check("--write-baseline")
        self.assertNotIn("warning:", self.assert_anew().out)

    def test_measurements(self):
        db = self.path("bench.db")
        self.env = {"CONCADVISE_BENCH_DB": db}
        self.prime()
        self.assert_again()
        with open(db, "wb") as f:
            f.write(b"x")
        self.assert_anew()

    def test_what_does_more_than_answer(self):
        self.prime()
        self.assertIn("stats:", self.assert_anew("--stats").err)
        self.assert_anew("--no-cache")
        for fmt in ("sarif", "html"): # they tell the state of the repository
            self.run_check("--format=" + fmt)
            self.mark()
            self.assert_anew("--format=" + fmt)

    def test_a_folder_that_somebody_brought(self):
        self.prime()
        copy = self.path("copy")
        shutil.move(os.path.join(self.project, ".concadvise"), copy)
        shutil.copytree(copy, os.path.join(self.project, ".concadvise"))
        self.assert_anew()

    def test_damage(self):
        first = self.prime()
        db = sqlite3.connect(self.db())
        for broken in (b"", b"x", b"\0" * 8, b"\0\0\0\0\1\0\0\0" + b"\xff" * 24):
            db.execute("UPDATE results SET result = ?", (broken,))
            db.commit()
            self.assertEqual(self.run_check().out, first.out)
        db.close()
        with open(self.db(), "wb") as f:
            f.write(b"not a database")
        self.assertEqual(self.run_check().out, first.out)

    def test_bounded(self):
        for i in range(30):
            self.run_check(f"--extra-arg=-DX{i % 3}", f"--min-confidence={('low', 'high')[i % 2]}", f"-j{i + 1}")
        self.assertLessEqual(self.mark(), 24)

    def test_cleared(self):
        self.prime()
        self.assertEqual(self.run_tool("cache", "clear").returncode, 0)
        self.assertEqual(self.mark(), 0)


if __name__ == "__main__":
    unittest.main()
