"""The rules as programs and people read them: the same tables, the same pages."""
import json
import os
import re
import unittest

from tool import ToolTest

DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "rules", "docs")


class Rules(ToolTest):
    def all(self):
        return json.loads(self.check("rules", "--json", code=0).out)["rules"]

    def test_json_is_what_the_list_and_the_pages_say(self):
        rules = self.all()
        lines = self.check("rules", code=0).out.splitlines()
        self.assertEqual(len(lines), len(rules))
        for line, rule in zip(lines, rules):
            self.assertEqual(line.split(None, 3), [rule["id"], rule["name"], rule["level"], rule["title"]])
            with open(os.path.join(DOCS, rule["id"] + ".md"), encoding="utf-8") as f:
                self.assertEqual(rule["markdown"], f.read())
            self.assertTrue(rule["url"].endswith("/%s.md" % rule["id"]))
        self.assertEqual([r["id"] for r in rules], sorted(r["id"] for r in rules))

    def test_every_spelling_gives_the_same(self):
        wanted = self.check("rules", "--json", code=0).out
        for words in (("rules", "--format=json"), ("--list-rules=json",), ("rules", "--list-rules=json")):
            self.assertEqual(self.check(*words, code=0).out, wanted, words)
        self.assertEqual(self.check("--list-rules", code=0).out, self.check("rules", code=0).out)
        self.assertIn("'xml' is none of text, json", self.check("rules", "--format=xml", code=2).err)
        self.assertIn("'xml' is none of text, json", self.check("--list-rules=xml", code=2).err)

    def test_json_flag_is_the_json_format(self):
        self.program()
        self.assertEqual(self.check("--json", code=1).out, self.check("--format=json", code=1).out)
        self.assertIn("--json is for", self.check("graph", "main", "--json", code=2).err)

    def test_explain_for_every_rule(self):
        for rule in self.all():
            for name in (rule["id"], rule["id"].lower(), rule["name"]):
                self.assertEqual(self.check("explain", name, code=0).out, rule["markdown"])
            for part in ("## Why it matters", "## Bad", "## Good", "## How to fix it"):
                self.assertEqual(len(re.findall("^%s$" % part, rule["markdown"], re.MULTILINE)), 1,
                                 (rule["id"], part))


if __name__ == "__main__":
    unittest.main()
