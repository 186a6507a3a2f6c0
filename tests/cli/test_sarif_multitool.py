"""SARIF of every program of testdata: valid under the schema, and without an error or warning of the
validator that code scanning services use (the npm package @microsoft/sarif-multitool), whose rolling hashes
are compared with ours (R27). It is fetched once into the build's folder; where npm reaches no registry the
test says SKIPPED.

The validator exits with 0 whatever it finds: what it prints is what counts.
"""
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

from test_formats import schema
from tool import BINARY, IS_SLOW, PROGRAM, UV, ToolTest

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.normpath(os.path.join(HERE, "..", "..", "testdata"))
PACKAGE = "@microsoft/sarif-multitool@5.7.0"
FOLDER = os.path.join(os.environ.get("CONCADVISE_BUILD") or os.path.dirname(os.path.abspath(BINARY)), "multitool")
PROGRAM_FILE = os.path.join(FOLDER, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
COMPLAINT = re.compile(r"\): (error|warning) ")

sys.path.append(os.path.join(HERE, "..", "rules"))
import run_cases # pylint: disable=wrong-import-position


def fetch():
    """None, or why the validator is not there."""
    if os.access(PROGRAM_FILE, os.X_OK):
        return None
    if not shutil.which("npm"):
        return "npm is not installed"
    os.makedirs(FOLDER, exist_ok=True)
    try:
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", FOLDER, PACKAGE],
                              capture_output=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        return "npm got no answer"
    if done.returncode == 0 and os.access(PROGRAM_FILE, os.X_OK):
        return None
    return "npm cannot install %s: %s" % (PACKAGE, done.stderr.decode(errors="replace").strip()[-300:])


def multitool(*words):
    done = subprocess.run([PROGRAM_FILE, *words], capture_output=True, timeout=800, check=False,
                          env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1"))
    return done.stdout.decode(errors="replace")


def complaints_of(files):
    out = multitool("validate", *files, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning")
    if "Analysis completed" not in out:
        raise RuntimeError("the validator did not end: " + out[-500:])
    return [line for line in out.splitlines() if COMPLAINT.search(line)]


def loaded(name):
    with open(name, encoding="utf-8") as f:
        return json.load(f)


def merged(test, names):
    """One document with the results, notifications and artifacts of all."""
    first = loaded(names[0])
    run = first["runs"][0]
    artifacts = {json.dumps(a, sort_keys=True): i for i, a in enumerate(run["artifacts"])}

    def renumber(value, own):
        if isinstance(value, list):
            for item in value:
                renumber(item, own)
        elif isinstance(value, dict):
            if "uri" in value and "index" in value:
                value["index"] = artifacts[json.dumps(own[value["index"]], sort_keys=True)]
            for item in value.values():
                renumber(item, own)

    for name in names[1:]:
        document = loaded(name)
        (other,) = document["runs"]
        test.assertEqual(other["tool"], run["tool"])
        for artifact in other["artifacts"]:
            key = json.dumps(artifact, sort_keys=True)
            if key not in artifacts:
                artifacts[key] = len(run["artifacts"])
                run["artifacts"].append(artifact)
        notes = [i.get("toolExecutionNotifications", []) for i in other["invocations"]]
        renumber([other["results"], notes], other["artifacts"])
        run["results"] += other["results"]
        for some in notes:
            run["invocations"][0].setdefault("toolExecutionNotifications", []).extend(some)
    test.assertGreater(len(run["results"]), 400)
    return first


class Multitool(ToolTest):
    @classmethod
    def setUpClass(cls):
        why = "a sanitized build: the plain one does it" if IS_SLOW else fetch()
        if why:
            print("SKIPPED: " + why, file=sys.stderr)
            raise unittest.SkipTest(why)
        cls.validator = schema()

    def valid(self, files):
        for name in files:
            self.assertEqual([e.message for e in self.validator.iter_errors(loaded(name))], [], name)
        self.assertEqual(complaints_of(files), [])

    def test_the_gate_sees_faults(self):
        """A file that lacks what is demanded is complained of: else the tests below could not fail."""
        self.program()
        name = self.path("faulty.sarif")
        self.check("--format=sarif:" + name, code=1)
        with open(name, encoding="utf-8") as f:
            document = json.load(f)
        for rule in document["runs"][0]["tool"]["driver"]["rules"]:
            rule.pop("help", None)
        with open(name, "w", encoding="utf-8") as f:
            json.dump(document, f)
        self.assertNotEqual(complaints_of([name]), [])

    def sarif_of(self, case, number):
        name = self.path("%04d.sarif" % number)
        done = subprocess.run([BINARY, "--no-cache", "-q", "-j1", "--select=all", "--min-confidence=low", "--include-suppressed",
                               "--exit-zero", "--format=sarif:" + name, case.path, "--", *case.flags], timeout=120,
                              cwd=TESTDATA, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace"))
        return name

    def test_every_program_of_testdata(self):
        """Most of a small report is the table of rules, and checking it is what takes the time: so all results
        go through the schema and the validator in one document, and a report of each rule as it is."""
        cases = list(run_cases.collect())
        self.assertGreater(len(cases), 100)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            files = list(pool.map(self.sarif_of, cases, range(len(cases))))
        all_of_them = self.path("all.sarif")
        with open(all_of_them, "w", encoding="utf-8") as f:
            json.dump(merged(self, files), f)
        one_of_each = {}
        for case, name in zip(cases, files):
            one_of_each.setdefault(tuple(sorted(case.rules)), name)
        self.valid([all_of_them, *one_of_each.values()])

    def test_what_is_not_whole(self):
        """Notifications, suppressed and known findings, odd names, a finding in a macro."""
        self.write("uv_part.h", UV)
        self.write("a ü#%.c", PROGRAM)
        self.write("broken.c", '#include "gone.h"\nint f( { return unknown; }\n' + PROGRAM.replace("main", "other"))
        self.write("quiet.c", PROGRAM.replace("main", "third").replace("sleep(1);", "sleep(1); /* concadvise-ignore[CA101]: said \"so\" */"))
        self.check("--write-baseline", code=0)
        self.write("new.c", "#define NAP() sleep(2)\n" + PROGRAM.replace("main", "fourth").replace("sleep(1)", "NAP()"))
        files = []
        for i, word in enumerate(("--strict", "--include-suppressed", "--no-baseline")):
            files.append(self.path("whole%d.sarif" % i))
            self.check("--format=sarif:" + files[-1], word, code=2 if word == "--strict" else 1)
        self.write("empty/a.c", "int x;\n")
        files.append(self.path("nothing.sarif"))
        self.check("--format=sarif:" + files[-1], "empty", code=0)
        self.valid(files)

    def test_R27_line_hashes_are_those_of_the_multitool(self):
        """With ours taken out, the tool puts in its own: they must be equal, result by result."""
        odd = PROGRAM.replace("    sleep(1);", "\tsleep(1); /* ä € 😀 */\r\n   sleep(2);\n    sleep(2);")
        self.program()
        self.program(odd.replace("main", "second"), name="second.c")
        self.program("\n" * 150 + PROGRAM.replace("main", "third") + "\n" * 150, name="sub/third.c")
        self.write("sub/uv_part.h", UV)
        with_own, without, theirs = (self.path(n) for n in ("own.sarif", "without.sarif", "theirs.sarif"))
        self.check("--format=sarif:" + with_own, code=1)
        with open(with_own, encoding="utf-8") as f:
            document = json.load(f)
        own = [r["partialFingerprints"].pop("primaryLocationLineHash") for r in document["runs"][0]["results"]]
        document["runs"][0]["originalUriBaseIds"] = {"%SRCROOT%": {"uri": "file://" + self.project + "/"}}
        with open(without, "w", encoding="utf-8") as f:
            json.dump(document, f)
        multitool("rewrite", without, "--output", theirs, "--insert", "RollingHashPartialFingerprints", "--log", "ForceOverwrite")
        with open(theirs, encoding="utf-8") as f:
            results = json.load(f)["runs"][0]["results"]
        self.assertEqual([r["partialFingerprints"]["primaryLocationLineHash"] for r in results], own)
        self.assertGreaterEqual(len(own), 5)


if __name__ == "__main__":
    unittest.main()
