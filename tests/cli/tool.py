"""Runs the program in a folder of its own; shared by the command-line tests."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

BINARY = os.environ.get("CONCADVISE", "concadvise")
IS_SLOW = bool(os.environ.get("CONCADVISE_SLOW")) # a sanitized build

# A timer callback that sleeps: one finding, on the line that holds sleep.
UV = """typedef struct uv_loop_s uv_loop_t;
typedef struct uv_timer_s { void *data; } uv_timer_t;
typedef void (*uv_timer_cb)(uv_timer_t *handle);
int uv_timer_init(uv_loop_t *loop, uv_timer_t *handle);
int uv_timer_start(uv_timer_t *handle, uv_timer_cb cb, unsigned long timeout, unsigned long repeat);
int uv_run(uv_loop_t *loop, int mode);
uv_loop_t *uv_default_loop(void);
unsigned sleep(unsigned seconds);
"""

PROGRAM = """#include "uv_part.h"
static void nap(void)
{
    sleep(1);
}
static void on_tick(uv_timer_t *handle)
{
    (void)handle;
    nap();
}
int main(void)
{
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 1000, 1000);
    return uv_run(uv_default_loop(), 0);
}
"""
FINDING = "main.c:4:5: warning: "


class ToolTest(unittest.TestCase):
    def setUp(self):
        self.dir = os.path.realpath(tempfile.mkdtemp(prefix="concadvise-test-"))
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        self.project = self.path("project")
        os.makedirs(self.path("project/.git"))

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        path = os.path.join(self.project, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, path):
        with open(path, "rb") as f:
            return f.read()

    def program(self, text=PROGRAM, name="main.c"):
        self.write("uv_part.h", UV)
        return self.write(name, text)

    def run_tool(self, *args, cwd=None, env=None, stdin=None, timeout=60, program=(BINARY,)):
        full = dict(os.environ, HOME=self.dir, XDG_CACHE_HOME=self.path("xdg"))
        full["CONCADVISE_BENCH_DB"] = self.path("no-bench.db") # figures are the reference machine's
        for name in ("CONCADVISE_CACHE_DIR", "NO_COLOR", "CLICOLOR_FORCE"):
            full.pop(name, None)
        full.update(env or {})
        done = subprocess.run([*program, *args], cwd=cwd or self.project, env=full, timeout=timeout,
                              input=stdin, capture_output=True)
        done.out = done.stdout.decode(errors="replace")
        done.err = done.stderr.decode(errors="replace")
        return done

    def check(self, *args, code, **kw):
        done = self.run_tool(*args, **kw)
        self.assertEqual(done.returncode, code, "%s\n%s\n%s" % (args, done.out, done.err))
        return done

    def check_silent(self, *args, **kw):
        """A run that finds nothing: what it prints is the table of units, if anything."""
        done = self.check(*args, code=0, **kw)
        self.assertEqual(re.sub(r"(?ms)^unit +today .*\Z", "", done.out), "")
        return done

    def listing(self):
        """Every file of the project with its content, the cache left out."""
        found = {}
        for folder, dirs, files in os.walk(self.project):
            dirs[:] = [d for d in dirs if d != ".concadvise"]
            for name in files:
                path = os.path.join(folder, name)
                found[path] = os.readlink(path) if os.path.islink(path) else self.read(path)
        return found
