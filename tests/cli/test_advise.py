"""advise and matrix: answers from flags alone, every row of the matrix, and what changes an answer."""
import json
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
        self.assertGreaterEqual(named, 0.7 * clear)
        for model in MODELS:
            self.assertIn(model, out)
        table = self.check("bench", "--validate", "reference", "--markdown", code=0).out
        self.assertEqual(table.count("\n| ") + 1, cases + 1)

    def test_matrix_has_every_row(self):
        for form in ([], ["--markdown"]):
            out = self.check("matrix", *form, code=0).out
            for name in ROWS + MODELS:
                self.assertIn(name, out)
        self.assertIn("no arguments", self.check("matrix", "x", code=2).err)


if __name__ == "__main__":
    unittest.main()
