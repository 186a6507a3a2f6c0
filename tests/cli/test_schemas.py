"""What programs read, under the schemas in docs/: each document is valid, and has no key that its schema does not
know."""
import copy
import glob
import json
import os
import sys
import unittest

try:
    import jsonschema
except ImportError: # a Python of one's own beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

from tool import PROGRAM, ToolTest

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..")


def schema(name):
    with open(os.path.join(TOP, "docs", name), encoding="utf-8") as f:
        document = json.load(f)
    jsonschema.Draft7Validator.check_schema(document)
    return document


def strict(node):
    """The same schema where a key that it does not name is an error: for us, not for readers."""
    node = copy.deepcopy(node)
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            if "properties" in part and part.get("type") == "object":
                part["additionalProperties"] = False
            stack.extend(part.values())
        elif isinstance(part, list):
            stack.extend(part)
    return node


class Schemas(ToolTest):
    def valid(self, name, text):
        document = json.loads(text)
        for validator in (jsonschema.Draft7Validator(schema(name)), jsonschema.Draft7Validator(strict(schema(name)))):
            errors = ["%s: %s" % (list(e.absolute_path), e.message) for e in validator.iter_errors(document)]
            self.assertEqual(errors, [], name)
        return document

    def report(self, *args, code):
        return self.valid("report-schema.json", self.check("--format=json", *args, code=code).out)

    def test_reports_of_the_test_programs(self):
        seen = set()
        for case in sorted(glob.glob(os.path.join(TOP, "testdata", "antipatterns", "*", "*.c"))):
            done = self.run_tool("--format=json", "--no-cache", "--min-confidence=low", "--exit-zero", case, "--",
                                 "-std=gnu11")
            self.assertEqual(done.returncode, 0, done.err)
            document = self.valid("report-schema.json", done.out)
            seen.update(f["rule"] for f in document["findings"])
        for folder in sorted(glob.glob(os.path.join(TOP, "testdata", "projects", "*"))):
            done = self.run_tool("--format=json", "--no-cache", "--min-confidence=low", "--exit-zero", folder)
            self.assertEqual(done.returncode, 0, done.err)
            self.valid("report-schema.json", done.out)
        self.assertGreater(len(seen), 7)

    def test_all_that_a_report_may_hold(self):
        self.program(PROGRAM.replace("sleep(1);", "sleep(1); /* concadvise-ignore[CA101]: a test */"))
        self.program(name="known.c")
        self.write("part.c", '#include "gone.h"\nint f(void) { return undeclared; }\n')
        self.check("--write-baseline", code=0)
        document = self.report("--include-suppressed", code=0)
        kinds = {("suppressed" in f, "baselined" in f) for f in document["findings"]}
        self.assertTrue(any(s for s, _ in kinds) and any(b for _, b in kinds), kinds)
        self.assertEqual({n["kind"] for n in document["notifications"]}, {"partial", "missing-header"})

    def test_the_schema_refuses_what_is_wrong(self):
        self.program()
        document = self.report(code=1)
        validator = jsonschema.Draft7Validator(schema("report-schema.json"))
        for path, value in ((("schema_version",), 2), (("findings", 0, "level"), "fatal"),
                            (("findings", 0, "at"), None), (("counts", "units"), -1),
                            (("findings", 0, "chain", 0, "at"), "main.c:4")):
            wrong = copy.deepcopy(document)
            node = wrong
            for key in path[:-1]:
                node = node[key]
            node[path[-1]] = value
            self.assertFalse(validator.is_valid(wrong), path)
        document["new"] = 1 # additive changes are none for readers
        self.assertTrue(validator.is_valid(document))

    def test_rules(self):
        self.valid("rules-schema.json", self.check("rules", "--json", code=0).out)

    def test_the_matrix(self):
        self.valid("matrix-schema.json", self.check("matrix", "--format=json", code=0).out)

    def test_advice(self):
        for args in (("--io=40ms", "--cpu=2ms", "--concurrency=500"), ("--cpu=200ms", "--current=threads"),
                     ("--io=1s", "--legacy", "--tasks=1000", "--shared", "--lock-share=20%")):
            self.valid("advise-schema.json", self.check("advise", "--format=json", *args, code=0).out)

    def test_export_of_measurements(self):
        env = {"CONCADVISE_BENCH_DB": self.path("bench.db")}
        self.check("bench", "--quick", "--workload=cpu-light", "--model=sequential,threads", "--repeat=1",
                   code=0, env=env, timeout=120)
        document = self.valid("bench-export-schema.json", self.check("bench", "--export=json", code=0, env=env).out)
        self.assertGreater(len(document["runs"][0]["samples"]), 1)
        self.valid("advise-schema.json",
                   self.check("advise", "--format=json", "--cpu=10us", "--concurrency=4", code=0, env=env).out)


if __name__ == "__main__":
    unittest.main()
