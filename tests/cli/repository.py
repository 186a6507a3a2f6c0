"""A real git repository with one good program in it, for the tests of hooks and of changes."""
import os
import shutil
import subprocess
import unittest

from tool import BINARY, PROGRAM, ToolTest

GOOD = PROGRAM.replace("    sleep(1);\n", "")


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Repository(ToolTest):
    def setUp(self):
        super().setUp()
        shutil.rmtree(os.path.join(self.project, ".git"))
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "a")
        self.git("config", "user.email", "a@example.org")
        self.program(GOOD)
        self.git("add", "-A")
        self.git("commit", "-qm", "start")

    def git(self, *args, code=0, cwd=None, env=None):
        full = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        full.update(HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"), GIT_CONFIG_NOSYSTEM="1",
                    PATH=os.path.dirname(os.path.abspath(BINARY)) + ":" + os.environ["PATH"],
                    PRE_COMMIT_HOME=self.path("pc"), **(env or {}))
        full.pop("CONCADVISE_CACHE_DIR", None)
        done = subprocess.run(["git", *args], cwd=cwd or self.project, env=full, capture_output=True,
                              timeout=120)
        done.text = (done.stdout + done.stderr).decode(errors="replace")
        if code is not None:
            self.assertEqual(done.returncode, code, "%s\n%s" % (args, done.text))
        return done

    def blocked(self, *args, wanted="main.c:4:5: warning: ", **kw):
        before = self.git("rev-parse", "HEAD").text
        done = self.git("commit", "-qm", "x", *args, code=1, **kw)
        self.assertIn(wanted, done.text)
        self.assertEqual(self.git("rev-parse", "HEAD").text, before)
        return done

    def passes(self, *args, **kw):
        return self.git("commit", "-qm", "x", *args, **kw)
