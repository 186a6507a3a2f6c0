"""The unit cache as users meet it: never another answer, never a failure, nothing outside of it."""
import json
import os
import shutil
import subprocess
import time
import unittest

from tool import BINARY, PROGRAM, UV, ToolTest


class Cache(ToolTest):
    def db(self):
        return os.path.join(self.project, ".concadvise", "units.sqlite")

    def test_R8_R16_warm_equals_cold(self):
        self.program()
        self.write("b.c", PROGRAM.replace("main(", "other("))
        cold = self.check(code=1)
        warm = self.check(code=1)
        self.assertEqual(warm.out, cold.out)
        self.assertIn("0 from cache", cold.err)
        self.assertIn("2 from cache", warm.err)
        self.assertEqual(self.check("--no-cache", code=1).out, cold.out)
        self.assertEqual(self.read(os.path.join(self.project, ".concadvise/.gitignore")), b"*\n")

    def test_R16_changes_are_seen(self):
        path = self.program()
        self.check(code=1)
        stat = os.stat(path)
        self.write("main.c", PROGRAM.replace("sleep(1)", "sleep(0)").replace("nap();", ";"))
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        self.assertIn("0 from cache", self.check(code=0).err)
        self.write("main.c", PROGRAM)
        self.check(code=1)
        self.write("uv_part.h", self.read(os.path.join(self.project, "uv_part.h")) + b"\n")
        self.assertIn("0 from cache", self.check(code=1).err)
        self.assertIn("1 from cache", self.check(code=1).err)
        self.assertIn("0 from cache", self.check("--extra-arg=-DX", code=1).err)

    def test_a_missing_header_that_comes(self):
        self.write("a.c", '#include "config.h"\nint x = X;\n')
        self.assertIn("'config.h' not found", self.check(code=0).err)
        self.assertIn("'config.h' not found", self.check(code=0).err)
        self.write("config.h", "#define X 1\n")
        self.assertNotIn("config.h", self.check(code=0).err)

    def test_R16_time_stamps_do_not_matter(self):
        path = self.program()
        self.check(code=1)
        os.utime(path, (time.time() + 100, time.time() + 100))
        self.assertIn("1 from cache", self.check(code=1).err)

    def test_R16_another_place_of_the_project(self):
        """R16: what counts is content: a copy of a project has the same units."""
        self.program(PROGRAM.replace("sleep(1)", "fail(__FILE__)").replace(
            "static void nap", "void fail(const char *why);\nstatic void nap"), name="src/main.c")
        self.program(name="src/old.c")
        self.write("include/uv_part.h", UV)
        for name in ("uv_part.h",):
            os.remove(os.path.join(self.project, name))
        cache = "--cache-dir=" + self.path("cache")
        self.write("compile_commands.json", json.dumps([
            {"directory": self.project, "file": "src/" + name, "command": "cc -Iinclude -c src/" + name}
            for name in ("main.c", "old.c")]))
        want = self.check(cache, code=1)
        moved = self.path("moved/deeper")
        shutil.copytree(self.project, moved)
        with open(os.path.join(moved, "compile_commands.json"), "w", encoding="utf-8") as f:
            f.write(json.dumps([{"directory": moved, "file": "src/" + name, "command": "cc -Iinclude -c src/" + name}
                                for name in ("main.c", "old.c")]))
        shutil.rmtree(self.project)
        done = self.check(cache, code=1, cwd=moved)
        self.assertEqual(done.out, want.out)
        self.assertIn("2 from cache", done.err)
        units = self.check(cache, "--dump-unit", code=0, cwd=moved).out
        self.assertNotIn(self.project, units)
        self.assertEqual(units, self.check("--no-cache", "--dump-unit", code=0, cwd=moved).out)

    def test_several_states_are_kept(self):
        """Two branches, or what is staged and what is not, take turns without parsing anything."""
        states = [PROGRAM + "/* %d */\n" % i for i in range(6)]
        for text in states[:4]:
            self.program(text)
            self.assertIn("0 from cache", self.check(code=1).err)
        for text in states[:4]:
            self.program(text)
            self.assertIn("1 from cache", self.check(code=1).err)
        for text in states[4:]:
            self.program(text)
            self.check(code=1)
        self.program(states[0])
        self.assertIn("0 from cache", self.check(code=1).err)
        self.assertIn(": 4 units", self.check("cache", "stats", code=0).out)

    def test_damage_is_one_line(self):
        self.program()
        want = self.check(code=1).out
        for damage in (b"", b"not a database " * 100, self.read(self.db())[:5000]):
            with open(self.db(), "wb") as f:
                f.write(damage)
            done = self.check(code=1)
            self.assertEqual(done.out, want)
            self.assertEqual(self.check(code=1).out, want)

    def test_R17_places(self):
        self.program()
        self.check("--cache-dir", self.path("elsewhere"), code=1)
        self.assertTrue(os.path.exists(self.path("elsewhere/units.sqlite")))
        self.check(code=1, env={"CONCADVISE_CACHE_DIR": self.path("by_env")})
        self.assertTrue(os.path.exists(self.path("by_env/units.sqlite")))
        self.check("--no-cache", code=1)
        self.assertFalse(os.path.exists(self.db()))
        blocked = self.write("a_file", "x")
        done = self.check("--cache-dir", blocked + "/sub", code=1)
        self.assertIn("cache", done.err)

    def test_commands(self):
        self.program()
        self.check(code=1)
        self.assertEqual(self.check("cache", "path", code=0).out,
                         os.path.join(self.project, ".concadvise") + "\n")
        self.assertIn("1 unit, ", self.check("cache", "stats", code=0).out)
        self.check("cache", "clear", code=0)
        self.assertIn("0 units, ", self.check("cache", code=0).out)

    def test_R15_runs_side_by_side(self):
        self.program()
        for i in range(4):
            self.write("m%d.c" % i, PROGRAM.replace("main(", "main%d(" % i))
        want = self.check("--no-cache", code=1).out
        env = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"))
        runs = [subprocess.Popen([BINARY], cwd=self.project, env=env, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE) for _ in range(4)]
        for run in runs:
            out, err = run.communicate(timeout=120)
            self.assertEqual((run.returncode, out.decode()), (1, want), err)

    def test_R17_nothing_is_written_elsewhere(self):
        self.program()
        before = self.listing()
        self.check("--extra-arg=-MD", "--extra-arg=-MF", "--extra-arg=x.d", code=1)
        self.check("main.c", "--", "-MD", "-MMD", "-MF", "x.d", "-Wp,-MD,y.d", "-o", "main.o", "-save-temps",
                   "-fplugin=./evil.so", "-Xclang", "-emit-obj", "-fmodules-cache-path=mc",
                   "-ftime-trace", "-fsave-optimization-record", "-serialize-diagnostics", "z.dia",
                   "-fprofile-instr-generate", "-gsplit-dwarf", "-dependency-file", "w.d", code=1)
        self.assertEqual(self.listing(), before)
        self.assertFalse(os.path.exists(self.path("xdg")))


if __name__ == "__main__":
    unittest.main()
