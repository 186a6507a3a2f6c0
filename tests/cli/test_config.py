"""R23: .concadvise.json, made from the option table; R5: names that are not known name the nearest."""
import json
import os
import re
import subprocess
import sys
import unittest

try:
    import jsonschema
except ImportError: # a Python of one's own beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    import jsonschema

from tool import FINDING, UV, ToolTest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


MAKE_IT = "make it anew: concadvise --config-schema > docs/config-schema.json"


def without_words(schema):
    """Help texts change often, and a schema with an older one is still right."""
    if isinstance(schema, dict):
        return {k: without_words(v) for k, v in schema.items() if k != "description"}
    return schema


class Config(ToolTest):
    def setUp(self):
        super().setUp()
        self.program()

    def config(self, name=".concadvise.json", **keys):
        return self.write(name, json.dumps({k.replace("_", "-"): v for k, v in keys.items()}))

    def shown(self, *args, **kw):
        out = self.check("--show-config", *args, code=0, **kw).out
        return {m[1]: (json.loads(m[2]), m[3]) for m in re.finditer(r"^([\w-]+): (.*)  # (.*)$", out, re.M)}

    def test_R23_command_line_over_file_over_default(self):
        self.check(code=1)
        self.config(fail_on="error", ignore=["CA205"])
        self.check(code=0)
        self.check("--fail-on=warning", code=1)
        self.check("--fail-on=note", code=1)
        self.check("--exit-zero", code=0)
        shown = self.shown("--severity=error")
        self.assertEqual(shown["fail-on"], ("error", ".concadvise.json"))
        self.assertEqual(shown["severity"], ("error", "command line"))
        self.assertEqual(shown["ignore"], (["CA205"], ".concadvise.json"))
        self.assertEqual(shown["depth"], (5, "default"))

    def test_R23_lists_are_replaced_and_synonyms_count(self):
        self.config(select=["CA205"])
        self.check(code=0)
        self.check("--select=CA101", code=1)
        self.check("--rule=CA101", code=1)
        self.config(select="CA101", min_confidence="high")
        self.check(code=1)

    def test_R23_path_excludes(self):
        self.program(name="third_party/lib.c")
        self.write("third_party/uv_part.h", UV)
        self.assertIn("third_party/lib.c", self.check(code=1).out)
        self.config(exclude=["third_party/*"])
        out = self.check(code=1).out
        self.assertIn(FINDING, out)
        self.assertNotIn("third_party", out)

    def test_R23_unknown_key_names_the_nearest(self):
        for key, near in (("fail-no", "fail-on"), ("excludes", "exclude"), ("catalogue", "catalog")):
            self.write(".concadvise.json", json.dumps({key: "x"}))
            done = self.check(code=2)
            self.assertIn("unknown key '%s' (did you mean '%s'?)" % (key, near), done.err)
        self.write(".concadvise.json", '{"zzzzzz": 1}')
        self.assertIn("unknown key 'zzzzzz'", self.check(code=2).err)

    def test_R23_wrong_values_are_errors_even_when_not_used(self):
        for keys in ({"strict": "yes"}, {"jobs": "4"}, {"jobs": -1}, {"jobs": 1e9}, {"verbose": 99},
                     {"fail-on": "always"}, {"exclude": [1]}, {"exclude": {"a": 1}}, {"format": None},
                     {"build-dir": ""}, {"baseline": "a\0b"}, {"select": ["CA999"]}):
            self.write(".concadvise.json", json.dumps(keys))
            self.check(code=2)
        self.config(fail_on="always")
        self.check("--fail-on=none", code=2)
        for text in ("", "{", "[]", "null", "7", "[" * 100000, '{"jobs": 1, "jobs": 2}', "\xff"):
            self.write(".concadvise.json", text)
            self.assertIn("concadvise.json", self.check(code=2).err)

    def test_R23_where_it_is_looked_for(self):
        self.write("a/b/x.c", "int x;\n")
        self.config(depth=7)
        for cwd in (self.project, os.path.join(self.project, "a/b"), self.dir):
            where = os.path.join(self.project, "a/b/x.c")
            self.assertEqual(self.shown(where, cwd=cwd)["depth"][0], 7)
        self.config(name="a/concadvise.json", depth=8)
        self.assertEqual(self.shown("a/b")["depth"][0], 8)
        self.assertEqual(self.shown(".")["depth"][0], 7)
        os.remove(os.path.join(self.project, ".concadvise.json"))
        with open(self.path("concadvise.json"), "w", encoding="utf-8") as f:
            f.write('{"depth": 9}') # above the repository: somebody else's
        self.assertEqual(self.shown(".")["depth"], (5, "default"))

    def test_R23_config_and_no_config(self):
        self.config(fail_on="error")
        other = self.config(name="other.json", severity="error")
        self.check("--no-config", code=1)
        self.check_silent("--config", other)
        self.check("--config=gone.json", code=2)
        self.write(".concadvise.json", "{")
        self.check("--no-config", code=1)
        self.check("--version", code=0)

    def test_R23_paths_are_relative_to_the_file(self):
        self.write("inc/uv_part.h", UV)
        os.remove(os.path.join(self.project, "uv_part.h"))
        self.write("out-of-tree/compile_commands.json", json.dumps(
            [{"directory": self.project, "file": "main.c", "command": "cc -c main.c"}]))
        self.config(build_dir="out-of-tree", extra_arg=["-Iinc"])
        for cwd in (self.project, self.dir):
            self.assertIn(FINDING, self.check(self.project, cwd=cwd, code=1).out)

    def test_R23_a_found_file_writes_nothing_outside(self):
        os.symlink(self.dir, os.path.join(self.project, "way-out"))
        for keys in ({"cache-dir": "../cache"}, {"cache-dir": "way-out/a/b"}, {"baseline": "way-out/x.json"}, {"cache-dir": self.path("cache")},
                     {"baseline": "../x.json"}, {"format": "json:../x.json"}, {"format": ["json:x"]},
                     {"output": "x"}):
            self.write(".concadvise.json", json.dumps(keys))
            self.check("--write-baseline", code=2)
        self.assertEqual(sorted(os.listdir(self.dir)), ["project"])
        self.config(cache_dir=".cache", baseline="known.json")
        self.check("--write-baseline", code=0)
        self.assertTrue(os.path.exists(os.path.join(self.project, ".cache")))
        self.assertTrue(os.path.exists(os.path.join(self.project, "known.json")))

    def test_R23_the_catalog_stays(self):
        self.program(self.read(os.path.join(self.project, "main.c")).decode().replace(
            "sleep(1)", "license_check()").replace("static void nap", "int license_check(void);\nstatic void nap"))
        self.check(code=0)
        catalog = {"library": "own", "functions": [
            {"name": "license_check", "blocks": {"on": "http", "typical_ms": 300, "worst_ms": 30000}}]}
        self.config(catalog=catalog, depth=6)
        self.assertIn("license_check() can block", self.check(code=1).out)
        catalog["functions"][0]["blocks"]["on"] = "htpp"
        self.config(catalog=catalog)
        self.assertIn("did you mean 'http'?", self.check(code=2).err)
        self.check("--no-config", code=0)

    def test_R23_schema_is_the_table(self):
        text = self.check("--config-schema", code=0).out
        with open(os.path.join(ROOT, "docs/config-schema.json"), encoding="utf-8") as f:
            kept = json.load(f)
        schema = json.loads(text)
        self.assertEqual(kept["properties"].keys(), schema["properties"].keys(), MAKE_IT)
        self.assertEqual(without_words(kept), without_words(schema), MAKE_IT)
        jsonschema.Draft7Validator.check_schema(schema)
        keys = set(schema["properties"]) - {"$schema", "catalog", "workloads"}
        self.assertEqual(keys, set(self.shown()))
        longs = set(re.findall(r"--([a-z][\w-]+)", self.check("--help", code=0).out))
        self.assertEqual(keys - longs, set())
        check = jsonschema.Draft7Validator(schema).is_valid
        self.assertTrue(check({"fail-on": "error", "exclude": ["a"], "select": "CA1", "jobs": 2}))
        for bad in ({"fail-on": "x"}, {"nothing": 1}, {"strict": 1}, {"jobs": -1}, {"exclude": [1]}, []):
            self.assertFalse(check(bad), bad)


if __name__ == "__main__":
    unittest.main()
