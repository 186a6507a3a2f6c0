"""The table of units, and what users state of the work: command line over comment over file over analysis."""
import json
import unittest

from tool import UV, ToolTest

SERVER = """#include <sys/socket.h>
#include <unistd.h>
extern void answer(int fd);
%s
int main(void)
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    for (;;) {
        int fd = accept(listener, 0, 0);
        answer(fd);
        close(fd);
    }
}
"""

LOOP = UV + """static int ticks;
static void on_tick(uv_timer_t *handle)
{
    (void)handle;
    %s
}
int main(void)
{
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 1000, 1000);
    return uv_run(uv_default_loop(), ticks);
}
"""


class Units(ToolTest):
    def server(self, comment=""):
        self.write("main.c", SERVER % comment)

    def work(self, *args):
        out = json.loads(self.run_tool("--format=json", "--select=CA101", *args).out)
        return [u for u in out["units"] if u["kind"] == "main"][0]["work"]

    def test_table(self):
        self.server()
        done = self.check("--select=CA101", "--cores=4", code=0)
        self.assertRegex(done.out, r"(?m)^unit +today +work +advice +instead of today$")
        self.assertRegex(done.out, r"(?m)^main \(main\.c:5\) +sequential +I/O for clients +event-loop$")
        self.assertEqual(self.check("--select=CA101", "--quiet", code=0).out, "")

    def test_program_as_a_whole(self):
        self.server()
        self.assertTrue(self.check("--select=CA101", code=0).out.endswith(
            "\nmain as a whole: sequential (one thing after the other)\n"))
        self.write("main.c", "int main(void)\n{\n    return 0;\n}\n")
        self.assertNotIn("as a whole", self.check("--select=CA101", code=0).out)

    def test_gain_names_the_clients_that_it_guesses(self):
        self.server("/* concadvise: io=40ms */")
        self.assertRegex(self.check("--select=CA101", "--cores=4", code=0).out,
                         r"event-loop +[\d.]+x with 100 clients \(")
        self.server("/* concadvise: io=40ms concurrency=50 */")
        self.assertRegex(self.check("--select=CA101", "--cores=4", code=0).out,
                         r"event-loop +[\d.]+x \(")

    def test_blocked_loop(self):
        """How often the loop waits is not known: no factor; and a loop never becomes sequential."""
        self.write("main.c", LOOP % "sleep(5);")
        done = self.check("--select=CA101", code=1)
        self.assertRegex(done.out, r"loop-executor +others no longer wait up to 5 s\n")
        units = json.loads(self.run_tool("--format=json", "--select=CA101").out)["units"]
        unit = [u for u in units if u["kind"] == "loop"][0]
        self.assertIsNone(unit["gain"])
        self.assertEqual(unit["matrix_row"], "task/mixed")
        self.write("main.c", LOOP % "ticks++;")
        self.assertRegex(self.check("--select=CA101", code=0).out, r"(?m)^loop .* event-loop .* keep$")

    def test_same_bytes(self):
        self.server("/* concadvise: io=40ms cpu=1ms concurrency=50 */")
        first = self.check("--select=CA101", code=0).out
        self.assertEqual(self.check("--select=CA101", "-j2", code=0).out, first)

    def test_precedence(self):
        self.server()
        self.assertEqual(self.work()["io_ms"]["from"], "default")
        self.write(".concadvise.json", '{"workloads": {"main": {"io": "30ms", "concurrency": 7}}}')
        work = self.work()
        self.assertEqual(work["io_ms"], {"value": 30, "from": "config"})
        self.assertEqual(work["concurrency"], {"value": 7, "from": "config"})
        self.server("/* concadvise: io=20ms */")
        work = self.work()
        self.assertEqual(work["io_ms"], {"value": 20, "from": "comment"})
        self.assertEqual(work["concurrency"], {"value": 7, "from": "config"})
        self.assertEqual(self.work("--io=10ms")["io_ms"], {"value": 10, "from": "flags"})

    def test_bad_comment(self):
        self.server("/* concadvise: iox=40ms */")
        err = self.check("--select=CA101", code=0).err
        self.assertIn("main.c:4:1: warning: unknown key 'iox' (did you mean 'io'?)", err)
        self.server("/* concadvise: io=soon */")
        self.assertIn("'soon' is no time", self.check("--select=CA101", code=0).err)

    def test_comment_without_a_unit(self):
        self.server("/* concadvise: io=40ms */\n\n\n\n\nint unused;\n\n\n")
        err = self.check("--select=CA101", code=0).err
        self.assertIn("main.c:4:1: warning: this comment describes the work of no handler", err)

    def test_bad_config(self):
        self.server()
        self.write(".concadvise.json", '{"workloads": {"main": {"cup": "1ms"}}}')
        self.assertIn("unknown key 'cup' (did you mean 'cpu'?)", self.check(code=2).err)


if __name__ == "__main__":
    unittest.main()
