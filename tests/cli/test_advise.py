"""advise and matrix: answers from flags alone, every row of the matrix, and what changes an answer."""
import json
import os
import random
import re
import unittest

from tool import ToolTest

ROWS = ["task/io-bound", "task/io-legacy", "task/cpu-bound", "task/cpu-light", "task/mixed",
        "constraint/single-core", "constraint/multi-core", "constraint/limited-memory",
        "constraint/shared-state", "constraint/stateless", "constraint/legacy", "use/web-api",
        "use/data-processing", "use/crawling", "use/batch-io", "use/long-computing",
        "use/legacy-blocking", "principle/1", "principle/2", "principle/3", "principle/4",
        "principle/5"]
MODELS = ["sequential", "event-loop", "threads", "processes", "hybrid", "thread-pool", "process-pool",
          "loop-executor"]


class Advise(ToolTest):
    def run_tool(self, *args, **kw):
        kw["env"] = dict(kw.get("env") or {}, CONCADVISE_BENCH_DB=self.path("bench.db"))
        return super().run_tool(*args, **kw)

    def ask(self, *args):
        done = self.check("advise", "--format=json", "--memory=8G", *args, code=0)
        return json.loads(done.out)

    def test_tasks_and_what_constraints_change(self):
        wide = ["--concurrency=100", "--cores=8"]
        for args, row, best in (
                (["--io=40ms"], "task/io-bound", "event-loop"),
                (["--io=40ms", "--legacy"], "task/io-legacy", "thread-pool"),
                (["--cpu=500ms"], "constraint/multi-core", "thread-pool"),
                (["--cpu=500ms", "--cores=1"], "constraint/single-core", "event-loop"),
                (["--cpu=50us"], "task/cpu-light", "sequential"),
                (["--io=40ms", "--cpu=20ms"], "task/mixed", "loop-executor"),
                (["--io=40ms", "--cpu=20ms", "--cores=1"], "constraint/single-core", "event-loop"),
                (["--io=40ms", "--cpu=20ms", "--legacy"], "constraint/legacy", "thread-pool"),
                (["--io=40ms", "--stateless"], "constraint/stateless", "event-loop"),
                (["--cpu=500ms", "--shared"], "constraint/shared-state", "thread-pool"),
                (["--cpu=500ms", "--lock-share=100%"], "constraint/multi-core", "process-pool"),
                (["--cpu=500ms", "--lock-share=100%", "--shared"], "constraint/shared-state",
                 "event-loop")):
            answer = self.ask(*wide, *args)
            self.assertIn(row, [r["row"] for r in answer["because"]], args)
            self.assertEqual(answer["recommended"], best, args)
            self.assertEqual([m["model"] for m in answer["predictions"]], MODELS)

    def test_current_model(self):
        answer = self.ask("--io=40ms", "--concurrency=20", "--cores=8", "--current=thread-pool")
        self.assertTrue(answer["keeps_current"])
        self.assertEqual(answer["recommended"], "thread-pool")
        answer = self.ask("--io=40ms", "--concurrency=20", "--cores=8", "--current=sequential")
        self.assertFalse(answer["keeps_current"])
        self.assertGreater(answer["gain"], 10)

    def test_the_same_question_has_the_same_answer(self):
        args = ["advise", "--io=40ms", "--cpu=2ms", "--concurrency=500", "--cores=4"]
        for form in ([], ["--format=json"], ["--markdown"]):
            first = self.check(*args, *form, code=0).out
            self.assertEqual(self.check(*args, *form, code=0, cwd=self.dir).out, first)
            for model in MODELS:
                self.assertIn(model, first)
        self.assertFalse(re.search(r"nan|inf\b", first))

    def test_text_says_the_answer_the_reasons_and_where_figures_are_from(self):
        out = self.check("advise", "--io=40ms", "--cpu=2ms", "--concurrency=500", "--cores=8",
                         "--memory=2G", code=0).out
        lines = out.splitlines()
        self.assertEqual(lines[0], "For 500 at once, I/O 40.0 ms, CPU 2.00 ms; 8 cores, 2.0 GB:")
        self.assertRegex(out, r"\n  recommended  loop-executor +as fast as hybrid, within what can be told\n"
                              r"  alternative  hybrid\n  avoid        event-loop\n")
        self.assertIn("  task/mixed                 mixed I/O and CPU: ", out)
        self.assertIn("  principle/4 ", out)
        self.assertEqual([line[2:17].strip() for line in lines if re.match(r"[ *]{3}[a-z-]+ +[0-9.]+/s ", line)],
                         MODELS)
        self.assertIn("\n * loop-executor ", out)
        self.assertRegex(out, r"\nBy the figures alone, the simplest of the fastest as tasks at once grow: "
                              r"sequential for one at a time, "
                              r"then [a-z-]+( until about [1-9]\d?0*, then [a-z-]+)*\.( At \d+ that is .*\.)?\n")
        self.assertRegex(out, r"\nMeasured on the reference machine \(.*\) on \d{4}-\d\d-\d\d, the nearest "
                              r"workload \(mixed, ")

    def test_json_carries_the_same(self):
        answer = self.ask("--io=40ms", "--cpu=2ms", "--concurrency=500", "--cores=8")
        self.assertEqual((answer["recommended"], answer["alternative"], answer["avoid"]),
                         ("loop-executor", "hybrid", "event-loop"))
        self.assertEqual(answer["predicted_from"], "reference machine")
        self.assertEqual(answer["measured_on"], "reference machine")
        self.assertRegex(answer["measured_at"], r"^\d{4}-\d\d-\d\d$")
        self.assertGreater(len(answer["measured"]), 7)
        self.assertEqual(answer["by_concurrency"][0], {"from": 1, "model": "sequential"})
        froms = [r["from"] for r in answer["by_concurrency"]]
        self.assertEqual(froms, sorted(set(froms)))

    def test_markdown_has_tables(self):
        out = self.check("advise", "--io=40ms", "--concurrency=500", "--cores=2", "--format=markdown",
                         "--current=sequential", code=0).out
        self.assertIn("## Advice: event-loop\n", out)
        self.assertIn("| recommended | **event-loop** | ", out)
        self.assertIn("| today | sequential | ", out)
        self.assertIn("| `task/io-bound` | ", out)
        for line in out.splitlines():
            if line.startswith("|"):
                self.assertTrue(line.endswith("|"), line)

    def test_limits_of_the_machine(self):
        small = self.ask("--io=1s", "--cpu=5ms", "--concurrency=10000", "--cores=8", "--memory=4M")
        self.assertIn("constraint/limited-memory", [r["row"] for r in small["because"]])
        fits = {m["model"]: m["fits"] for m in small["predictions"]}
        self.assertFalse(fits["threads"])
        self.assertTrue(fits[small["recommended"]])
        self.assertEqual(self.ask("--io=1s", "--cores=3")["question"]["cores"], 3)

    def test_figures_that_prefer_another_model_say_so(self):
        out = self.check("advise", "--io=40ms", "--cpu=2ms", "--concurrency=500", "--cores=8",
                         "--memory=2G", code=0).out
        self.assertRegex(out, r"At 500 that is thread-pool, simpler than loop-executor, with \d+ % of")
        agreed = self.check("advise", "--io=40ms", "--concurrency=50000", "--cores=8", "--memory=2G", code=0).out
        self.assertIn("By the figures alone", agreed)

    def test_memory_that_nothing_fits_into(self):
        out = self.check("advise", "--io=1s", "--concurrency=100", "--memory=1k", code=0).out
        self.assertRegex(out, r"recommended +event-loop +but no model fits into this memory")
        tight = self.ask("--io=1s", "--concurrency=100000", "--cores=2", "--memory=4M")
        why = [r["effect"] for r in tight["because"] if r["row"] == "constraint/limited-memory"]
        self.assertIn("as many as there is room for", why[0])
        self.assertNotIn("needs less", why[0])

    def test_this_machine_before_the_reference_machine(self):
        done = self.check("bench", "--workload=io-wait", "--model=sequential,event-loop,thread-pool",
                          "--repeat=1", code=0, timeout=600)
        done = self.check("advise", "--io=5ms", "--concurrency=200", code=0)
        self.assertRegex(done.out, r"\nMeasured on this machine on \d{4}-\d\d-\d\d, the nearest workload \(io-wait, ")
        self.assertEqual(self.ask("--io=5ms", "--concurrency=200")["measured_on"], "this machine")
        own = self.check("matrix", code=0).out
        self.assertRegex(own, r"io-wait \d+/s, cpu-heavy \[")

    def test_findings_name_their_evidence(self):
        self.program()

        def look(*args):
            out = self.check("--no-cache", "--format=json", *args, ".", code=1).out
            finding = json.loads(out)["findings"][0]
            self.assertEqual((finding["rule"], finding["matrix_row"], finding["model"]),
                             ("CA101", "task/mixed", "loop-executor"))
            return out, finding

        _, shipped = look()
        self.assertEqual(shipped["evidence"]["kind"], "reference")
        self.assertIn("on the reference machine went from", shipped["evidence"]["text"])
        db = self.path("own.db")
        self.check("bench", "--primitives", "--quick", "--bench-db", db, code=0, timeout=600)
        _, predicted = look("--bench-db", db)
        self.assertEqual((predicted["evidence"]["kind"], predicted["evidence"]["date"]), ("predicted", None))
        self.check("bench", "--workload=endpoint", "--model=event-loop", "--repeat=1", "--bench-db", db,
                   code=0, timeout=600)
        first, measured = look("--bench-db", db)
        self.assertEqual(measured["evidence"]["kind"], "measured")
        self.assertIn("500 clients on this machine went from", measured["evidence"]["text"])
        self.assertGreater(measured["evidence"]["better"], measured["evidence"]["worse"])
        self.assertEqual(look("--bench-db", db)[0], first)
        self.assertEqual({f["fingerprint"] for f in (shipped, predicted, measured)},
                         {shipped["fingerprint"]})
        text = self.check("--no-cache", "--bench-db", db, ".", code=1).out
        self.assertRegex(text, r"\n  note: a loop that waits: 500 clients on this machine went from [\d,.]+ req/s to "
                               r"[\d,.]+ req/s.* \(benchmark endpoint/loop-blocking, \d{4}-\d\d-\d\d\)\n")

    def test_units(self):
        one = self.ask("--io=1500us", "--cpu=0.2ms", "--concurrency=4")["question"]
        self.assertEqual((one["io_ms"], one["cpu_ms"]), (1.5, 0.2))
        self.assertEqual(self.ask("--io=1s", "--memory=512M")["question"]["memory_mb"], 512)

    def test_usage(self):
        for args, words in (([], "--io=TIME"), (["--io=40"], "such as 40ms"),
                            (["--io=-1ms"], "no time"), (["--io=1ms", "--memory=lots"], "512M"),
                            (["--io=1ms", "--lock-share=2"], "no part"),
                            (["--io=1ms", "--current=thread-pol"], "thread-pool"),
                            (["--io=1ms", "--shared", "--stateless"], "contradict"),
                            (["--io=1ms", "--concurrency=2000000"], "1000000"),
                            (["--io=1ms", "--format=sarif"], "markdown"),
                            (["--io=1ms", "src"], "no paths"),
                            (["--io=1e300s"], "a year"), (["--cpu=1e-30ns"], "1ns"),
                            (["--io=1ms", "--memory=1e300T"], "512M"),
                            (["--io=nanms"], "no time"), (["--io=infms"], "no time")):
            self.assertIn(words, self.check("advise", *args, code=2).err)

    def test_the_performance_model_against_the_shipped_figures(self):
        out = self.check("bench", "--validate", "reference", code=0).out
        errors = re.search(r"(\d+) cases: median error of throughput (\d+) %, of memory (\d+) %", out)
        winners = re.search(r"(\d+) of (\d+) clear winners named; (\d+) of (\d+) pairs", out)
        cases, rate, memory = (int(x) for x in errors.groups())
        named, clear, right, pairs = (int(x) for x in winners.groups())
        self.assertGreater(cases, 50)
        self.assertLess(rate, 20)
        self.assertLess(memory, 25)
        self.assertGreater(pairs, 100)
        self.assertGreaterEqual(right, 0.9 * pairs)
        self.assertGreaterEqual(named, 0.9 * clear)
        for model in MODELS:
            self.assertIn(model, out)
        table = self.check("bench", "--validate", "reference", "--markdown", code=0).out
        self.assertEqual(table.count("\n| ") + 1, cases + 1)
        doc = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/performance-model.md")
        with open(doc, encoding="utf-8") as f:
            self.assertIn(table, f.read(), "scripts/make_reference.py --no-export makes the table anew")

    def test_advise_loads_no_parser(self):
        """That is what keeps it under ten milliseconds: libclang takes longer to load than all the rest."""
        words = ["advise", "--io=40ms", "--cpu=2ms", "--concurrency=500"]
        trace = {"LD_DEBUG": "files"}
        self.assertNotIn("libclang", self.run_tool(*words, env=trace).err)
        self.program()
        self.assertIn("libclang", self.run_tool("--no-cache", env=trace).err)

    def test_matrix_has_every_row(self):
        for form in ([], ["--markdown"]):
            out = self.check("matrix", *form, code=0).out
            for name in ROWS + MODELS:
                self.assertIn(name, out)
        self.assertIn("no arguments", self.check("matrix", "x", code=2).err)
        self.assertIn("markdown", self.check("matrix", "--format=sarif", code=2).err)

    def test_matrix_as_json(self):
        matrix = json.loads(self.check("matrix", "--format=json", code=0).out)
        rows = [r["id"] for table in ("tasks", "constraints", "use_cases", "principles")
                for r in matrix[table]]
        self.assertEqual(sorted(rows), sorted(ROWS))
        self.assertEqual([m["id"] for m in matrix["models"]], MODELS)
        for model in matrix["models"]:
            self.assertIn("io-wait", [f["workload"] for f in model["measured"]])
            for figure in model["measured"]:
                self.assertEqual(figure["measured_on"], "reference machine")
                self.assertGreater(figure["per_s"], 0)

    def test_noise_in_the_database_does_not_change_the_advice(self):
        self.check("bench", "--primitives", "--quick", code=0, timeout=600)
        exported = json.loads(self.check("bench", "--export=json", code=0).out)
        questions = (["--io=40ms"], ["--io=40ms", "--cpu=20ms"], ["--cpu=500ms"], ["--cpu=5us"],
                     ["--io=40ms", "--legacy"])
        wide = ["--concurrency=100", "--cores=8"]
        before = [self.ask(*wide, *q) for q in questions]
        self.assertEqual(before[0]["predicted_from"], "this machine")
        for seed in range(5):
            rng = random.Random(seed)
            for run in exported["runs"]:
                for p in run["primitives"]:
                    p["value"] *= 1 + rng.uniform(-0.2, 0.2)
            db = self.path("bent%d.db" % seed)
            self.write("bent.json", json.dumps(exported))
            self.check("bench", "--import", "bent.json", "--bench-db", db, code=0)
            for q, calm in zip(questions, before):
                bent = self.ask(*wide, *q, "--bench-db", db)
                self.assertEqual(bent["recommended"], calm["recommended"], q)


if __name__ == "__main__":
    unittest.main()
