"""action.yml, ci/gitlab-ci.yml, scripts/ci-example.sh: they parse, their shell is sound, and their steps do
in a real repository what they say. Steps of others (uses:) are only looked at."""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

try:
    import yaml
except ImportError: # a Python of one's own beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    import yaml

from repository import GOOD, Repository
from tool import BINARY, PROGRAM

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


def load(name):
    with open(os.path.join(TOP, name), encoding="utf-8") as f:
        return yaml.safe_load(f)


class CiTest(Repository):
    def shell(self, text, env, shell=("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")):
        """As the service runs it: in the work tree, with this environment and no other."""
        base = {"PATH": os.path.dirname(os.path.abspath(BINARY)) + ":" + os.environ["PATH"], "HOME": self.dir}
        done = subprocess.run([*shell, text], cwd=self.project, env={**base, **env}, timeout=120, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        done.text = done.stdout.decode(errors="replace")
        return done

    def sound(self, text, shell="bash"):
        done = subprocess.run([shell, "-n"], input=text.encode(), capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""), text)
        if shutil.which("shellcheck"):
            done = subprocess.run(["shellcheck", "-s", shell, "-e", "SC2086", "-"], input=text.encode(),
                                  capture_output=True, check=False)
            self.assertEqual(done.stdout.decode(), "")


class Action(CiTest):
    def setUp(self):
        super().setUp()
        self.action = load("action.yml")
        self.steps = self.action["runs"]["steps"]

    def expand(self, text, known):
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda m: known[m.group(1)], text)

    def run_action(self, **given):
        """Every shell step in order, with outputs carried on: (exit code, output, outputs)."""
        self.assertLessEqual(set(given), {k.replace("-", "_") for k in self.action["inputs"]})
        known = {"runner.temp": self.path("temp"), "runner.os": "Linux"}
        for name, spec in self.action["inputs"].items():
            known["inputs." + name] = given.get(name.replace("-", "_"), spec["default"])
        os.makedirs(known["runner.temp"], exist_ok=True)
        out, outputs, code = "", {}, 0
        for step in self.steps:
            if "uses" in step:
                continue
            written = self.path("github-output")
            open(written, "w", encoding="utf-8").close()
            env = {k: self.expand(v, known) for k, v in step.get("env", {}).items()}
            env.update(GITHUB_OUTPUT=written, GITHUB_ACTION_PATH=known.get("path", TOP), GITHUB_WORKSPACE=self.project)
            done = self.shell(step["run"], env)
            out, code = out + done.text, done.returncode
            with open(written, encoding="utf-8") as f:
                for line in f.read().splitlines():
                    key, value = line.split("=", 1)
                    outputs[key] = known["steps.%s.outputs.%s" % (step["id"], key)] = value
            if code:
                break
        return code, out, outputs

    def test_its_shape(self):
        self.assertEqual(self.action["runs"]["using"], "composite")
        for name, spec in self.action["inputs"].items():
            self.assertTrue(spec["description"].strip().endswith("."), name)
            self.assertIsInstance(spec["default"], str, name)
        ids = {s["id"] for s in self.steps if "id" in s}
        with open(os.path.join(TOP, "action.yml"), encoding="utf-8") as f:
            text = f.read()
        for where in re.findall(r"steps\.([\w-]+)\.outputs", text):
            self.assertIn(where, ids)
        for name in re.findall(r"inputs\.([\w-]+)", text):
            self.assertIn(name, self.action["inputs"])
        for step in self.steps:
            if "uses" in step:
                self.assertRegex(step["uses"], r"^[\w-]+/[\w/-]+@v\d+$")
                continue
            self.assertEqual(step["shell"], "bash")
            self.assertNotIn("${{", step["run"], "inputs reach the shell as variables, never as text of a script")
            self.sound(step["run"])
        with open(os.path.join(TOP, "docs", "ci.md"), encoding="utf-8") as f:
            docs = f.read()
        for name in self.action["inputs"]:
            self.assertIn("`%s`" % name, docs)

    def test_findings_fail_after_the_report_is_written(self):
        self.program()
        code, out, outputs = self.run_action()
        self.assertEqual((code, outputs["exit-code"]), (1, "1"), out)
        self.assertIn("main.c:4:5: warning: ", out)
        self.assertIn("::error::concadvise has findings", out)
        with open(os.path.join(self.project, "concadvise.sarif"), encoding="utf-8") as f:
            self.assertEqual(len(json.load(f)["runs"][0]["results"]), 1)
        self.program(GOOD)
        code, out, outputs = self.run_action(sarif_file="sub dir.sarif")
        self.assertEqual((code, outputs["exit-code"]), (0, "0"), out)
        self.assertTrue(os.path.exists(os.path.join(self.project, "sub dir.sarif")))
        self.assertTrue(os.path.exists(self.path("temp/concadvise-cache/units.sqlite")))

    def test_inputs(self):
        self.program(name="a b/main.c")
        self.program(name="a b/uv_part.h", text="")
        shutil.copy(os.path.join(self.project, "uv_part.h"), os.path.join(self.project, "a b"))
        for given, wanted in (({"path": "a b\n"}, 1), ({"path": "main.c"}, 0), ({"fail_on": "error"}, 0),
                              ({"args": "--ignore=CA101\n--strict"}, 0), ({"args": "--severity\nerror"}, 0),
                              ({"diff_base": "HEAD"}, 1), ({"diff_base": "nowhere"}, 2), ({"build_dir": "nowhere"}, 2),
                              ({"binary": "/nowhere/concadvise"}, 2), ({"binary": os.path.abspath(BINARY)}, 1),
                              ({"args": "--no-such-option"}, 2), ({"args": "$(touch stolen); `touch stolen`"}, 2)):
            code, out, _ = self.run_action(**given)
            self.assertEqual(code, wanted, "%s\n%s" % (given, out))
        self.assertFalse(os.path.exists(os.path.join(self.project, "stolen")))
        self.assertIn("::warning file=a b/main.c,line=4,", self.run_action(format="github")[1])

    def test_a_report_of_before_is_not_uploaded_again(self):
        self.write("concadvise.sarif", "{}")
        code, _, outputs = self.run_action(diff_base="nowhere")
        self.assertEqual((code, outputs["exit-code"]), (2, "2"))
        self.assertFalse(os.path.exists(os.path.join(self.project, "concadvise.sarif")))

    def test_without_a_program_one_is_built(self):
        source = self.path("source/scripts")
        os.makedirs(source)
        with open(os.path.join(source, "build.sh"), "w", encoding="utf-8") as f:
            f.write("#!/bin/sh\necho building >&2\necho '%s'\n" % os.path.abspath(BINARY))
        os.chmod(os.path.join(source, "build.sh"), 0o755)
        step = next(s for s in self.steps if s.get("id") == "tool")
        env = {"GITHUB_OUTPUT": self.path("out"), "GITHUB_ACTION_PATH": self.path("source"), "INPUT_BINARY": "",
               "PATH": "/usr/bin:/bin"}
        done = self.shell(step["run"], env)
        self.assertEqual(done.returncode, 0, done.text)
        self.assertEqual(self.read(self.path("out")).decode(), "path=%s\n" % os.path.abspath(BINARY))


class GitLab(CiTest):
    def setUp(self):
        super().setUp()
        self.job = load("ci/gitlab-ci.yml")["concadvise"]

    def run_job(self, **env):
        values = {**{k: str(v) for k, v in self.job["variables"].items()}, **env}
        return self.shell("\n".join(self.job["before_script"] + self.job["script"]), values, ("sh", "-e", "-c"))

    def test_its_shape(self):
        for part in ("before_script", "script"):
            self.sound("\n".join(self.job[part]), "sh")
        self.assertEqual(self.job["artifacts"]["reports"], {"codequality": "gl-code-quality-report.json"})
        self.assertEqual(self.job["artifacts"]["when"], "always")
        self.assertEqual(self.job["variables"]["GIT_DEPTH"], "0")

    def test_the_report_is_whole_and_the_job_fails_for_what_is_new(self):
        self.program(name="old.c")
        self.git("add", "-A")
        self.git("commit", "-qm", "old")
        base = self.git("rev-parse", "HEAD").text.strip()
        self.assertEqual(self.run_job().returncode, 1)
        self.assertEqual(self.run_job(CONCADVISE_FAIL_ON="error").returncode, 0)
        done = self.run_job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(done.returncode, 0, done.text)
        self.program(name="new.c")
        done = self.run_job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(done.returncode, 1, done.text)
        self.assertIn("new.c:4:5: warning: ", done.text)
        self.assertNotIn("old.c:4:5", done.text)
        with open(os.path.join(self.project, "gl-code-quality-report.json"), encoding="utf-8") as f:
            self.assertEqual([e["location"]["path"] for e in json.load(f)], ["new.c", "old.c"])
        self.assertEqual(self.run_job(CONCADVISE_PATHS="main.c", CONCADVISE_OPTIONS="--strict -j1").returncode, 0)
        self.assertEqual(self.run_job(CI_MERGE_REQUEST_DIFF_BASE_SHA="f" * 40).returncode, 2)


class Example(CiTest):
    def test_it_works_as_it_says(self):
        script = os.path.join(TOP, "scripts", "ci-example.sh")
        with open(script, encoding="utf-8") as f:
            self.sound(f.read(), "sh")
        run = "sh '%s' " % script
        self.program()
        self.git("add", "-A")
        self.git("commit", "-qm", "bad")
        self.assertEqual(self.shell(run, {}).returncode, 1)
        self.assertEqual(self.shell(run, {"BASE": "HEAD", "REPORT": "r.sarif"}).returncode, 0)
        self.assertEqual(self.shell(run, {"FAIL_ON": "error"}).returncode, 0)
        self.assertEqual(self.shell(run + "uv_part.h nowhere.c", {}).returncode, 2)
        self.assertEqual(self.shell(run + "--ignore=CA101 .", {"CONCADVISE": os.path.abspath(BINARY)}).returncode, 0)
        for name in ("concadvise.sarif", "r.sarif"):
            with open(os.path.join(self.project, name), encoding="utf-8") as f:
                self.assertEqual(json.load(f)["version"], "2.1.0")


if __name__ == "__main__":
    unittest.main()
