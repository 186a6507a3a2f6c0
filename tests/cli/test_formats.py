"""The formats for machines: SARIF under its schema, GitHub, GitLab, checkstyle. Tests are named after
the requirements in docs/formats.md."""
import json
import os
import re
import sys
import unittest
import xml.etree.ElementTree

try:
    import jsonschema
except ImportError: # a Python of one's own beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

from tool import PROGRAM, UV, ToolTest

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

    def test_R24_uris_are_relative_to_the_root_and_encoded(self):
        self.program(name="a dir/m\u00e4in#1.c")
        self.write("a dir/uv_part.h", UV)
        (result,) = self.sarif()["results"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(where["uri"], "a%20dir/m%C3%A4in%231.c")
        self.assertEqual(where["uriBaseId"], "%SRCROOT%")
        elsewhere = self.sarif(self.project, cwd=self.dir)["results"]
        self.assertEqual(elsewhere, [result])

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
        self.assertEqual(result["suppressions"], [{"kind": "inSource", "status": "accepted",
                                                   "justification": "a test"}])

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

    def test_invalid_utf8_in_source(self):
        self.program(PROGRAM.encode().replace(b"sleep(1);", b'sleep("\xff"[0]); /* \xe4 */'))
        (result,) = self.sarif()["results"]
        self.assertIn("\ufffd", result["locations"][0]["physicalLocation"]["contextRegion"]
                      ["snippet"]["text"])


class Others(ToolTest):
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
