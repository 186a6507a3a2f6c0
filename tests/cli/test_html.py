"""The HTML report: well-formed, self-contained, and safe to open whatever the source holds."""
import base64
import hashlib
import html.parser
import os
import re
import unittest

from tool import PROGRAM, UV, ToolTest

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.join(HERE, "..", "..", "testdata")
VOID = {"meta", "input", "br", "link", "img", "hr"}
# What would fetch something. <a href> waits for a click, and is looked at apart.
LOADS = {"src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href"}


class Page(html.parser.HTMLParser):
    """Fails on what a browser would have to guess: tags that do not close in order, ids twice."""
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.ids, self.links, self.problems = [], set(), [], []
        self.tags, self.texts, self.scripts = [], [], []
        self.feed(text)
        self.close()
        if self.stack:
            self.problems.append("left open: %s" % self.stack)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.problems.append("an attribute twice: %s" % attrs)
        for name, value in attrs:
            if name in LOADS or (name == "href" and tag != "a") or name.startswith("on"):
                self.problems.append("%s loads or runs: %s=%s" % (tag, name, value))
            if name == "id":
                if value in self.ids:
                    self.problems.append("id twice: %s" % value)
                self.ids.add(value)
            if name == "href":
                self.links.append(value)
            if name == "style":
                self.problems.append("style in a tag: %s" % value)
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID or not self.stack or self.stack[-1] != tag:
            self.problems.append("</%s> in %s at %s" % (tag, self.stack, self.getpos()))
        else:
            self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "script":
            self.scripts.append(data)
        elif not self.stack or self.stack[-1] != "style":
            self.texts.append(data)

    def text(self):
        return "".join(self.texts)

    def named(self, tag, word=None):
        return [a for t, a in self.tags
                if t == tag and (word is None or word in (a.get("class") or "").split())]


class Html(ToolTest):
    def page(self, *args, code=1, **kw):
        done = self.check("--format=html", *args, code=code, **kw)
        done.stdout.decode("utf-8") # strict
        page = Page(done.stdout.decode("utf-8"))
        self.assertEqual(page.problems, [])
        page.source = done.out
        for link in page.links:
            if link.startswith("#"):
                self.assertIn(link[1:], page.ids, "a link to nowhere")
            else:
                self.assertRegex(link, r"^https://")
        self.assertEqual(re.findall(r"url\(|@import", page.source), [])
        return page

    def test_one_finding(self):
        self.program()
        page = self.page()
        self.assertEqual(len(page.named("details", "finding")), 1)
        text = page.text()
        for part in ("main.c:4:5", "sleep() blocks", "on_tick", "CA101 blocking-call-on-loop", "Why it matters",
                     "Decision matrix"):
            self.assertIn(part, text)
        self.assertRegex(page.source, r"<i>4</i> +<mark>sleep</mark>\(1\);")
        self.assertIn(("html", {"lang": "en"}), page.tags)
        self.assertEqual(len(page.named("h1")), 1)
        self.assertNotIn(self.dir, page.source)

    def test_nothing_found(self):
        self.write("a.c", "int f(void) { return 1; }\n")
        page = self.page(code=0)
        self.assertEqual(page.named("details", "finding"), [])
        self.assertEqual(page.named("form"), [])
        self.assertIn("0 errors", page.text())

    def test_headings_go_down_by_one(self):
        self.program()
        levels = [int(t[1]) for t, _ in self.page().tags if re.fullmatch("h[1-6]", t)]
        self.assertEqual(levels[0], 1)
        for above, below in zip(levels, levels[1:]):
            self.assertLessEqual(below, above + 1, levels)

    def test_contrast_is_enough_in_the_dark_and_in_the_light(self):
        def luminance(color):
            color = color[1:] if len(color) == 7 else "".join(2 * c for c in color[1:])
            parts = [int(color[i:i + 2], 16) / 255 for i in (0, 2, 4)]
            parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        self.program()
        schemes = re.findall(r":root \{([^}]*)\}", self.page().source)
        self.assertEqual(len(schemes), 2)
        for scheme in schemes:
            colors = dict(re.findall(r"--(\w+): (#\w+);", scheme))
            for words in ("fg", "soft", "link", "error", "warning", "note"):
                for paper in ("bg", "panel"):
                    light, dark = sorted((luminance(colors[words]), luminance(colors[paper])), reverse=True)
                    self.assertGreaterEqual((light + 0.05) / (dark + 0.05), 4.5, (words, paper, colors))
            for paper in ("mark", "help"):
                light, dark = sorted((luminance(colors["fg"]), luminance(colors[paper])), reverse=True)
                self.assertGreaterEqual((light + 0.05) / (dark + 0.05), 4.5, (paper, colors))

    def test_only_our_script_may_run(self):
        self.program()
        page = self.page()
        (script,) = page.scripts
        wanted = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        (policy,) = [a["content"] for a in page.named("meta") if "http-equiv" in a]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("script-src 'sha256-%s'" % wanted, policy)

    def test_hostile_names_and_source(self):
        evil = '</script><img src=x onerror=alert(1)>"\'&lt;.c'
        name = evil.replace("/", "_")
        text = PROGRAM.encode().replace(
            b"sleep(1);", b'sleep(1); /* </pre></script><script>alert("1")</script> \xff\xfe \x01\x1b[31m '
            + "\u202e".encode() + b"\0 */")
        self.write("uv_part.h", UV)
        self.write(name, text)
        page = self.page()
        self.assertEqual(len(page.named("script")), 1)
        self.assertEqual(page.named("img"), [])
        self.assertIn(name, page.text())
        self.assertIn('</pre></script><script>alert("1")</script> \ufffd\ufffd \u2401\u241b[31m \ufffd\u2400',
                      page.text())
        self.assertEqual(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page.source), [])

    def test_hostile_messages(self):
        self.program(PROGRAM.replace("sleep(1);", 'sleep(1); /* concadvise-ignore[CA101]: </p><b>"&amp; */'))
        page = self.page("--include-suppressed", code=0)
        self.assertIn('</p><b>"&amp;', page.text())
        (finding,) = page.named("details", "finding")
        self.assertIn("x-suppressed", finding["class"].split())
        self.assertIn("x-suppressed", page.ids)

    def test_both_sides_of_a_race(self):
        case = os.path.join(TESTDATA, "antipatterns", "unlocked_shared_state", "bad.c")
        page = self.page("--no-cache", "--select=CA201", case, "--", "-std=gnu11")
        self.assertEqual(len(page.named("div", "side")), 2 * len(page.named("details", "finding")))
        self.assertIn("The other side", page.text())

    def test_antipatterns_link_to_the_matrix(self):
        linked = 0
        for folder in sorted(os.listdir(os.path.join(TESTDATA, "antipatterns"))):
            case = os.path.join(TESTDATA, "antipatterns", folder, "bad.c")
            if os.path.exists(case):
                page = self.page("--no-cache", case, "--", "-std=gnu11")
                linked += len([link for link in page.links if link.startswith("#m-")])
        self.assertGreater(linked, 4)

    def test_the_decision_table(self):
        self.program()
        page = self.page()
        self.assertIn("units", page.ids)
        units = page.source[page.source.index('<section id="units">'):page.source.index('<section id="findings">')]
        self.assertIn('<th scope="row">loop main <small><span class="at">main.c:16:12</span></small></th>'
                      '<td>event-loop</td>', units)
        self.assertIn('<a href="#m-', units)

    def test_every_value_that_occurs_can_be_filtered(self):
        self.program()
        page = self.page("--min-confidence=low")
        for finding in page.named("details", "finding"):
            for word in finding["class"].split()[1:]:
                self.assertIn(word, page.ids)
                self.assertIn(":root:has(#%s:not(:checked)) .%s{display:none}" % (word, word), page.source)

    def test_five_thousand_findings(self):
        naps = "".join("static void nap%d(void)\n{\n    sleep(1);\n}\n" % i for i in range(5000))
        calls = "".join("    nap%d();\n" % i for i in range(5000))
        text = PROGRAM.replace("static void nap(void)\n{\n    sleep(1);\n}\n", naps).replace("    nap();\n", calls)
        self.program(text)
        page = self.page("--no-cache", timeout=300)
        self.assertEqual(len(page.named("details", "finding")), 5000)
        self.assertLess(len(page.source), 12 << 20)
        self.assertEqual([a for a in page.named("details", "finding") if "open" in a], [])

    def test_parts_that_could_not_be_read(self):
        self.program()
        self.write("part.c", '#include "gone<b>.h"\nint f(void) { return undeclared; }\n')
        page = self.page()
        self.assertIn("gone<b>.h", page.text())
        self.assertEqual(len(page.named("details", "notices")), 1)

    def test_measurements_of_this_machine(self):
        self.program()
        env = {"CONCADVISE_BENCH_DB": self.path("bench.db")}
        self.check("bench", "--quick", "--workload=cpu-light", "--model=sequential,threads", "--repeat=1",
                   code=0, env=env, timeout=120)
        page = self.page(env=env)
        self.assertIn("Measured on this machine", page.text())
        self.assertEqual(len(page.named("svg", "bench")), 1)
        page = self.page()
        self.assertIn("Measured on a reference machine", page.text())
        self.assertGreater(len(page.named("svg", "bench")), 5)
        self.assertEqual([s["viewbox"] for s in page.named("svg", "bench") if s["viewbox"].endswith(" 0")], [])
        self.assertRegex(page.source, r"<td class=\"n\">\[[0-9.]+/s\] <small>\[[0-9.]+ MB\]</small></td>")


if __name__ == "__main__":
    unittest.main()
