"""The formats for machines: SARIF under its schema, GitHub, GitLab, checkstyle. Tests are named after
the requirements in docs/formats.md."""
import glob
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree

try:
    import jsonschema
except ImportError: # a Python of one's own beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

from tool import IS_SLOW, PROGRAM, UV, ToolTest

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.join(HERE, "..", "..", "testdata")


def schema():
    with open(os.path.join(HERE, "..", "data", "sarif-schema-2.1.0.json"), encoding="utf-8") as f:
        return jsonschema.Draft4Validator(json.load(f))


class Sarif(ToolTest):
    validator = schema()

    def sarif(self, *args, code=1, **kw):
        document = json.loads(self.check("--format=sarif", *args, code=code, **kw).out)
        self.assertEqual([e.message for e in self.validator.iter_errors(document)], [])
        self.assertEqual(len(document["runs"]), 1)
        return document["runs"][0]

    def test_one_result(self):
        self.program()
        run = self.sarif()
        (result,) = run["results"]
        self.assertEqual(result["ruleId"], "CA101")
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        self.assertEqual((rule["id"], rule["name"]), ("CA101", "BlockingCallOnLoop"))
        self.assertTrue(result["message"]["text"].endswith("."))
        self.assertTrue(run["invocations"][0]["executionSuccessful"])

    @unittest.skipIf(IS_SLOW, "25,000 results: the plain build shows it")
    def test_more_results_than_code_scanning_takes(self):
        """25,000 are in the file, the worst ones, and a notification counts the others; JSON has all."""
        functions = range(50)
        self.write("uv_part.h", UV + "int usleep(unsigned);\n")
        body = "    usleep(10000);\n" * 9 + "    sleep(1);\n" * 499 # nine notes, then warnings
        program = PROGRAM.replace("    sleep(1);\n", "".join("    f%d();\n" % i for i in functions))
        self.assertNotEqual(program, PROGRAM)
        at = program.rindex("#include")
        at = program.index("\n", at) + 1
        self.write("main.c", program[:at] + "".join("static void f%d(void)\n{\n%s}\n" % (i, body) for i in functions) + program[at:])
        name = self.path("many.sarif")
        every = json.loads(self.check("--format=json", "--format=sarif:" + name, code=1).out)["findings"]
        levels = [f["level"] for f in every]
        self.assertEqual((levels.count("warning"), levels.count("note")), (50 * 499, 50 * 9))
        with open(name, encoding="utf-8") as f:
            (run,) = json.load(f)["runs"]
        levels = [r["level"] for r in run["results"]]
        self.assertEqual((levels.count("warning"), levels.count("note")), (50 * 499, 50))
        (notice,) = run["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual((notice["descriptor"]["id"], notice["level"]), ("CAN004", "warning"))
        self.assertTrue(notice["message"]["text"].startswith("400 findings are left out"))
        lines = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in run["results"]]
        self.assertEqual(lines, sorted(lines))
        with open(name, "rb") as f:
            self.assertLess(len(gzip.compress(f.read(), 6)), 10 * 1000 * 1000)

    def test_R24_uris_are_relative_to_the_root_and_encoded(self):
        self.program(name="a dir/m\u00e4in#1.c")
        self.write("a dir/uv_part.h", UV)
        (result,) = self.sarif()["results"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(where["uri"], "a%20dir/m%C3%A4in%231.c")
        self.assertEqual(where["uriBaseId"], "%SRCROOT%")
        elsewhere = self.sarif(self.project, cwd=self.dir)["results"]
        self.assertEqual(elsewhere, [result])

    def test_r24_symbolic_links_are_resolved(self):
        """A file has the name that the repository has for it, however it was reached."""
        self.program(name="real/main.c")
        self.write("real/uv_part.h", UV)
        os.symlink("real", os.path.join(self.project, "link"))
        os.symlink(self.project, self.path("other"))
        wanted = self.sarif("real/main.c")["results"]
        for name in ("link/main.c", "link", os.path.join(self.path("other"), "link", "main.c")):
            self.assertEqual(self.sarif(name)["results"], wanted, name)
        run = self.sarif("link/main.c", "real/main.c")
        self.assertEqual([a["location"]["uri"] for a in run["artifacts"]], ["real/main.c"])
        for kind in ("json", "gitlab", "checkstyle", "github", "html"):
            self.assertNotIn("link/main.c", self.check(f"--format={kind}", "link/main.c", code=1).out, kind)

    def test_r24_a_file_outside_of_the_root(self):
        self.write("main.c", PROGRAM.replace("uv_part.h", "../outside dir/uv_part.h").replace(
            "static void nap(void)\n{\n    sleep(1);\n}\n", ""))
        os.makedirs(self.path("outside dir"))
        with open(self.path("outside dir/uv_part.h"), "w", encoding="utf-8") as f:
            f.write(UV + "static void nap(void)\n{\n    sleep(1);\n}\n")
        (result,) = self.sarif()["results"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(where["uri"], "file://" + self.path("outside%20dir/uv_part.h"))
        self.assertNotIn("uriBaseId", where)

    def test_R25_one_location_on_one_line_in_utf16_columns(self):
        text = PROGRAM.replace("    sleep(1);", "    /* \u00e4\u20ac\U0001f600 */ sleep(1);")
        self.program(text)
        run = self.sarif()
        self.assertEqual(run["columnKind"], "utf16CodeUnits")
        (location,) = run["results"][0]["locations"]
        region = location["physicalLocation"]["region"]
        self.assertEqual(region["startLine"], region["endLine"])
        self.assertEqual(region["startColumn"], 5 + len("/* xxxx */ "))
        self.assertEqual(region["endColumn"] - region["startColumn"], len("sleep"))
        self.assertEqual(region["snippet"]["text"], "sleep")

    def test_R26_suppressed_results_only_on_request(self):
        self.program(PROGRAM.replace("sleep(1);", "sleep(1); /* concadvise-ignore[CA101]: a test */"))
        self.assertEqual(self.sarif(code=0)["results"], [])
        (result,) = self.sarif("--include-suppressed", code=0)["results"]
        (suppression,) = result["suppressions"]
        place = suppression.pop("location")["physicalLocation"]
        self.assertEqual(suppression, {"kind": "inSource", "status": "accepted", "justification": "a test"})
        self.assertEqual((place["artifactLocation"]["uri"], place["region"]["startLine"]), ("main.c", 4))

    def test_r26_baselined_results_only_on_request(self):
        self.program()
        self.check("--write-baseline", code=0)
        self.assertEqual(self.sarif(code=0)["results"], [])
        (result,) = self.sarif("--include-suppressed", code=0)["results"]
        self.assertEqual(result["baselineState"], "unchanged")
        self.assertEqual([s["kind"] for s in result["suppressions"]], ["external"])
        self.program(PROGRAM.replace("nap", "doze"))
        (result,) = self.sarif(code=1)["results"]
        self.assertEqual(result["baselineState"], "new")
        self.assertNotIn("suppressions", result)

    def test_R28_fingerprint_survives_moves_and_edits_elsewhere(self):
        def own(text):
            self.program(text)
            (result,) = self.sarif()["results"]
            return result["partialFingerprints"]["concadvise/v1"]
        first = own(PROGRAM)
        self.assertRegex(first, r"^[0-9a-f]{16}$")
        self.assertEqual(own("\n\n/* moved */\n" + PROGRAM), first)
        self.assertEqual(own(PROGRAM.replace("    sleep(1);", "\tsleep (1) ;")), first)
        self.assertEqual(own(PROGRAM.replace("(void)handle;", "if (handle) handle->data = 0;")), first)
        self.assertNotEqual(own(PROGRAM.replace("nap", "doze")), first)

    def test_R29_flows_and_artifacts(self):
        self.program()
        run = self.sarif()
        (flow,) = run["results"][0]["codeFlows"][0]["threadFlows"]
        names = [re.match(r"'(\w+)'", s["location"]["message"]["text"])[1] for s in flow["locations"]]
        self.assertEqual(names, ["on_tick", "nap", "sleep"])
        self.assertEqual([s["nestingLevel"] for s in flow["locations"]], [0, 1, 2])
        for artifact in run["artifacts"]:
            self.assertRegex(artifact["hashes"]["sha-256"], r"^[0-9a-f]{64}$")
        self.assertEqual(run["results"][0]["locations"][0]["logicalLocations"][0]["name"], "nap")
        self.assertNotIn(self.dir, json.dumps(run))

    def test_r29_the_tool_and_its_rules(self):
        self.program()
        driver = self.sarif()["tool"]["driver"]
        for key in ("name", "organization", "semanticVersion", "informationUri"):
            self.assertTrue(driver[key], key)
        for rule in driver["rules"]:
            self.assertRegex(rule["name"], r"^([A-Z][a-z]*)+$")
            self.assertTrue(rule["helpUri"].endswith("/rules/docs/%s.md" % rule["id"]))
            for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"],
                         rule["messageStrings"]["default"]["text"]):
                self.assertTrue(text.endswith("."), text)
            self.assertIn("'{0}'", rule["messageStrings"]["default"]["text"])
            self.assertIn(rule["defaultConfiguration"]["level"], ("note", "warning", "error"))
            self.assertGreater(len(rule["help"]["text"]), 200, rule["id"])
        for notification in driver["notifications"]:
            self.assertTrue(notification["help"]["text"] and notification["fullDescription"]["text"])

    def test_r29_snippet_context_rank_and_related_places(self):
        self.program()
        (result,) = self.sarif()["results"]
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual(place["contextRegion"]["snippet"]["text"], "{\n    sleep(1);\n}\n")
        self.assertLess(place["contextRegion"]["startLine"], place["region"]["startLine"])
        self.assertEqual(result["rank"], 90.0)
        for flow in result["codeFlows"][0]["threadFlows"]:
            for step in flow["locations"]: # inline, by GH1002
                self.assertIn("physicalLocation", step["location"])
                self.assertIn(step["importance"], ("essential", "important"))

    def test_r29_how_the_run_ended(self):
        self.program()
        (run,) = self.sarif()["invocations"]
        self.assertEqual((run["executionSuccessful"], run["exitCode"]), (True, 1))
        (run,) = self.sarif("--exit-zero", code=0)["invocations"]
        self.assertEqual(run["exitCode"], 0)
        self.write("part.c", "int f(void) { return undeclared; }\n")
        (run,) = self.sarif("--strict", code=2)["invocations"]
        self.assertEqual((run["executionSuccessful"], run["exitCode"]), (False, 2))

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_r29_where_the_code_is_from(self):
        self.program()
        self.assertNotIn("versionControlProvenance", self.sarif())
        os.rmdir(os.path.join(self.project, ".git"))
        env = dict(os.environ, HOME=self.dir, GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@b.c",
                   GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@b.c")
        def git(*args):
            return subprocess.run(["git", *args], cwd=self.project, env=env, check=True,
                                  capture_output=True).stdout.decode().strip()
        git("init", "-q", "-b", "trunk")
        git("add", "-A")
        git("commit", "-qm", "x")
        self.assertNotIn("versionControlProvenance", self.sarif())
        git("remote", "add", "origin", "x")
        for remote, wanted in (("https://me:secret@host.example/a/b c.git", "https://host.example/a/b%20c.git"),
                               ("git@host.example:a/b.git", "ssh://host.example/a/b.git"),
                               ("ssh://git@host.example:22/a.git", "ssh://host.example:22/a.git"),
                               ("host.example:/srv/a.git", "ssh://host.example/srv/a.git")):
            git("remote", "set-url", "origin", remote)
            run = self.sarif()
            self.assertEqual(run["versionControlProvenance"], [
                {"repositoryUri": wanted, "revisionId": git("rev-parse", "HEAD"), "branch": "trunk",
                 "mappedTo": {"uriBaseId": "%SRCROOT%"}}])
            self.assertNotIn("secret", json.dumps(run))
        for remote in ("/srv/a.git", "../a.git", "file:///srv/a.git", "a/b:c"):
            git("remote", "set-url", "origin", remote)
            self.assertNotIn("versionControlProvenance", self.sarif(), remote)

    def test_R29_what_was_not_read_is_a_notification(self):
        self.program()
        self.write("part.c", '#include "gone.h"\nint f(void) { return undeclared; }\n')
        notes = self.sarif()["invocations"][0]["toolExecutionNotifications"]
        self.assertEqual([n["descriptor"]["id"] for n in notes], ["CAN002", "CAN003"])
        self.assertIn("'gone.h'", notes[1]["message"]["text"])

    def test_R30_taxonomy(self):
        self.program()
        run = self.sarif()
        (cwe,) = run["taxonomies"]
        known = {t["id"] for t in cwe["taxa"]}
        for rule in run["tool"]["driver"]["rules"]:
            for relation in rule.get("relationships", []):
                self.assertIn(relation["target"]["id"], known, rule["id"])
            self.assertLessEqual(len(rule["fullDescription"]["text"]), 1024, rule["id"])
            self.assertTrue(rule["help"]["markdown"].startswith("# " + rule["id"]), rule["id"])

    def test_both_sides_of_a_race(self):
        case = os.path.join(TESTDATA, "antipatterns", "unlocked_shared_state", "bad.c")
        (result,) = self.sarif("--no-cache", "--select=CA201", case, "--", "-std=gnu11")["results"]
        (related,) = result["relatedLocations"]
        self.assertIn(f"]({related['id']})", result["message"]["text"])
        flows = result["codeFlows"][0]["threadFlows"]
        self.assertEqual([f["id"] for f in flows], ["1", "2"])
        for flow in flows:
            self.assertTrue(flow["message"]["text"].endswith("."))

    def test_r29_every_chain_is_a_flow(self):
        """Of all anti-patterns: as many thread flows as there are chains, as many steps as these have."""
        seen = 0
        for case in sorted(glob.glob(os.path.join(TESTDATA, "antipatterns", "*", "bad.c"))):
            args = ("--no-cache", "--exit-zero", case, "--", "-std=gnu11")
            findings = json.loads(self.check("--format=json", *args, code=0).out)["findings"]
            results = self.sarif(*args, code=0)["results"]
            self.assertEqual(len(findings), len(results))
            for finding, result in zip(findings, results):
                chains = [c for c in [finding["chain"], *[s["chain"] for s in finding.get("sides", [])]] if c]
                flows = [f for c in result.get("codeFlows", []) for f in c["threadFlows"]]
                self.assertEqual([len(f["locations"]) for f in flows], [len(c) for c in chains], case)
                self.assertEqual(len(result.get("relatedLocations", [])), len(finding.get("sides", [])))
                seen += len(flows)
        self.assertGreater(seen, 8)

    def test_invalid_utf8_in_source(self):
        self.program(PROGRAM.encode().replace(b"sleep(1);", b'sleep("\xff"[0]); /* \xe4 */'))
        (result,) = self.sarif()["results"]
        self.assertIn("\ufffd", result["locations"][0]["physicalLocation"]["contextRegion"]
                      ["snippet"]["text"])


class Others(ToolTest):
    def test_a_file_name_is_no_command(self):
        self.program(PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n" * 13), name="::error::x\n::debug::y.c")
        for line in self.check("--format=github", code=1).out.splitlines():
            self.assertRegex(line, r"^(::warning file=|::notice::concadvise: |%3A%3Aerror%3A%3Ax%0A%3A%3Adebug)")

    def test_github(self):
        self.program(name="a,b:c.c")
        out = self.check("--format=github", code=1).out
        self.assertRegex(out, r"^::warning file=a%2Cb%3Ac\.c,line=4,endLine=4,col=5,endColumn=10,"
                              r"title=CA101 blocking-call-on-loop::sleep\(\) blocks ")
        self.assertEqual(out.count("\n"), 1)

    def test_github_shows_ten_and_counts_the_rest(self):
        self.program(PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n" * 13))
        out = self.check("--format=github", code=1).out.splitlines()
        findings = json.loads(self.check("--format=json", code=1).out)["findings"]
        self.assertGreater(len(findings), 10)
        self.assertEqual(sum(line.startswith("::warning ") for line in out), 10)
        self.assertEqual(out[-1], f"::notice::concadvise: {len(findings) - 10} more in the log")

    def test_github_worst_first_and_room_for_the_last_notice(self):
        """Ten of each level are shown, and the notice that counts the rest is one of them."""
        short = "    usleep(10000);\n" # a note: ten milliseconds
        self.write("uv_part.h", UV + "int usleep(unsigned);\n")
        for warnings, notes, shown, more in ((2, 3, (2, 3), None), (2, 10, (2, 10), None), (2, 12, (2, 9), 3), (12, 10, (10, 9), 3),
                                             (12, 1, (10, 1), 2)):
            self.write("main.c", PROGRAM.replace("    sleep(1);\n", short * notes + "    sleep(1);\n" * warnings))
            out = self.check("--format=github", code=1).out.splitlines()
            levels = [line.split(" ")[0] for line in out if line.startswith("::") and not line.startswith("::notice::")]
            self.assertEqual(levels, ["::warning"] * shown[0] + ["::notice"] * shown[1])
            self.assertEqual([line for line in out if line.startswith("::notice::")],
                             ["::notice::concadvise: %d more in the log" % more] if more else [])
            self.assertEqual(sum(not line.startswith("::") for line in out), more or 0)

    def test_github_escapes(self):
        self.program(name="a%b\nc\r.c")
        (line,) = self.check("--format=github", code=1).out.splitlines()
        self.assertIn("file=a%25b%0Ac%0D.c,line=4,", line)
        self.assertRegex(line, r"::[^:]+::sleep\(\) .*%0Ahelp: ")

    def test_gitlab_as_documented(self):
        """No BOM; fingerprints are unique, since equal ones collapse into one; paths relative, without "./"."""
        self.write("uv_part.h", UV + "int usleep(unsigned);\n")
        for name in ("main.c", "sub dir/\u00e4.c"):
            self.write(name, PROGRAM.replace("uv_part.h", "../uv_part.h" if "/" in name else "uv_part.h").replace(
                "    sleep(1);\n", "    sleep(1);\n    sleep(1);\n    usleep(10000);\n"))
        entries = json.loads(self.check("--format=gitlab", "..", code=1, cwd=os.path.join(self.project, "sub dir")).out)
        self.assertEqual(len(entries), 6)
        self.assertEqual(len({e["fingerprint"] for e in entries}), 6)
        self.assertEqual({e["location"]["path"] for e in entries}, {"main.c", "sub dir/\u00e4.c"})
        self.assertEqual({e["severity"] for e in entries}, {"major", "info"})
        for entry in entries:
            self.assertEqual(set(entry), {"description", "check_name", "fingerprint", "severity", "location"})
            self.assertRegex(entry["fingerprint"], r"^[0-9a-f]{16}$")
            self.assertTrue(entry["description"])
            self.assertGreater(entry["location"]["lines"]["begin"], 0)

    def test_checkstyle_groups_files_and_is_xml(self):
        self.write("uv_part.h", UV + "int usleep(unsigned);\n")
        odd = "\t\n\x01\uffff'&\"<>.c"
        for name in ("main.c", odd):
            self.write(name, PROGRAM.replace("    sleep(1);\n", "    sleep(1);\n    usleep(10000);\n"))
        root = xml.etree.ElementTree.fromstring(self.check("--format=checkstyle", code=1).out.encode())
        self.assertEqual(root.tag, "checkstyle")
        self.assertEqual([len(f.findall("error")) for f in root.findall("file")], [2, 2])
        self.assertIn("main.c", [f.get("name") for f in root.findall("file")])
        for error in root.iter("error"):
            self.assertEqual(set(error.attrib), {"line", "column", "severity", "message", "source"})
            self.assertIn(error.get("severity"), ("info", "warning", "error"))

    def test_gitlab(self):
        self.program()
        (entry,) = json.loads(self.check("--format=gitlab", code=1).out)
        self.assertEqual(entry["location"], {"path": "main.c", "lines": {"begin": 4}})
        self.assertEqual((entry["check_name"], entry["severity"]), ("CA101", "major"))
        same = json.loads(self.check("--format=json", code=1).out)["findings"][0]["fingerprint"]
        self.assertEqual(entry["fingerprint"], same)

    def test_checkstyle(self):
        self.program(name='a"<&>.c')
        root = xml.etree.ElementTree.fromstring(self.check("--format=checkstyle", code=1).out)
        (file,) = root.findall("file")
        self.assertEqual(file.get("name"), 'a"<&>.c')
        (error,) = file.findall("error")
        self.assertEqual((error.get("line"), error.get("source")), ("4", "concadvise.CA101"))

    def test_nothing_found(self):
        self.write("a.c", "int f(void) { return 1; }\n")
        self.assertEqual(self.check("--format=github", code=0).out, "")
        self.assertEqual(self.check("--format=gitlab", code=0).out, "[]\n")
        self.assertIn("<checkstyle", self.check("--format=checkstyle", code=0).out)


if __name__ == "__main__":
    unittest.main()
