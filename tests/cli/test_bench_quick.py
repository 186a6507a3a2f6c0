"""The whole quick grid once: every workload by every model that does it, and what must show even in
small sizes on a busy machine."""
import json
import time
import unittest

from test_bench import BenchTest
from tool import IS_SLOW

WORKLOADS = {"io-wait", "legacy-io", "disk-io", "cpu-heavy", "cpu-light", "mixed", "shared-state", "serialised",
             "spawn", "endpoint"}
MODELS = {"sequential", "event-loop", "threads", "processes", "hybrid", "thread-pool", "process-pool",
          "loop-executor"}


class Quick(BenchTest):
    def test_grid(self):
        start = time.monotonic()
        done = self.check("bench", "--quick", code=0, env=self.env, timeout=300)
        print(f"the quick grid took {time.monotonic() - start:.1f} s") # said, not demanded: machines differ
        self.assertNotIn("cannot", done.err)
        self.assert_nothing_left()
        samples = [s for run in json.loads(self.bench("--export=json").out)["runs"] for s in run["samples"]]
        self.assertEqual({s["model"] for s in samples}, MODELS)
        self.check_waits(samples)
        if "cases were reached" not in done.err: # a machine that is too busy for one round in 15 s says so
            self.assertEqual({s["workload"] for s in samples}, WORKLOADS)
            self.assertEqual({(s["model"], s["variant"]) for s in samples if s["workload"] == "spawn"},
                             {("sequential", v) for v in ("", "fork", "vfork", "posix-spawn", "system", "popen")})
        if not IS_SLOW:
            self.check_endpoint(samples)

    def check_waits(self, samples):
        """Waiting together beats waiting one after the other, by far."""
        rates = {}
        for s in samples:
            if s["workload"] == "io-wait":
                self.assertEqual((s["failed"], s["done"]), (0, s["measured_tasks"]), s)
                rate = s["done"] / s["wall_ns"]
                rates[s["model"]] = max(rate, rates.get(s["model"], 0))
        self.assertGreater(rates["event-loop"], 5 * rates["sequential"])
        self.assertGreater(rates["thread-pool"], 5 * rates["sequential"])

    def check_endpoint(self, samples):
        """A blocking call on the loop loses nearly everything, and nobody else does."""
        lost = {}
        for s in samples:
            if s["workload"] == "endpoint":
                key = (s["model"], s["variant"])
                done, failed = lost.get(key, (0, 0))
                lost[key] = (done + s["done"], failed + s["failed"])
        if len(lost) < 4:
            return
        part = {key: failed / (done + failed) for key, (done, failed) in lost.items()}
        self.assertGreater(part["event-loop", "blocking"], 0.85)
        self.assertLess(part["event-loop", ""], 0.1)
        self.assertLess(part["thread-pool", ""], 0.1)


if __name__ == "__main__":
    unittest.main()
