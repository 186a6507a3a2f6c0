"""The table of units, and what users state of the work: command line over comment over file over analysis."""
import json
import unittest

from tool import ToolTest

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
