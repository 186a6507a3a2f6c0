"""The example of docs/catalog.md, as it stands there: a project's own loop, lock and blocking call."""
import json
import os
import re

from tool import ToolTest

DOC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "catalog.md")

ENGINE = """struct engine;
struct cache_mutex;
struct engine_conn {
    int fd;
    void (*on_data)(struct engine_conn *c);
};
int engine_run(struct engine *e);
int engine_watch(struct engine *e, int fd, void (*cb)(int fd, void *arg), void *arg);
int engine_after(struct engine *e, void (*cb)(void *arg), unsigned ms);
int pool_submit(void (*job)(void *arg), void (*done)(void *arg), void *arg);
void cache_lock(struct cache_mutex *m);
void cache_unlock(struct cache_mutex *m);
int license_check(const char *key, unsigned flags);
extern struct cache_mutex cache_mutex;
enum { LICENSE_CACHED = 1 };
"""

PROGRAM = """#include "engine.h"
static unsigned long hits, misses;
static void on_request(int fd, void *arg)
{
    (void)fd;
    license_check(arg, 0);
    license_check(arg, LICENSE_CACHED);
}
static void on_second(void *arg)
{
    cache_lock(&cache_mutex);
    hits++;
    cache_unlock(&cache_mutex);
    misses++;
    license_check(arg, 0);
}
static void on_data(struct engine_conn *c)
{
    (void)c;
    license_check("data", 0);
}
static void job(void *arg)
{
    (void)arg;
    cache_lock(&cache_mutex);
    hits++;
    cache_unlock(&cache_mutex);
    misses++;
}
static void done(void *arg)
{
    (void)arg;
}
int start(struct engine *e, struct engine_conn *c)
{
    engine_watch(e, 3, on_request, "request");
    engine_after(e, on_second, 1000);
    c->on_data = on_data;
    pool_submit(job, done, 0);
    return engine_run(e);
}
int main(void)
{
    static struct engine_conn c;
    return start(0, &c);
}
"""


def lines_of(text, needle):
    return [n for n, line in enumerate(text.splitlines(), 1) if needle in line]


class CatalogExample(ToolTest):
    def findings(self):
        done = self.run_tool("--format=json", "--no-baseline", ".")
        self.assertIn(done.returncode, (0, 1), done.err)
        return {(f["rule"], f["at"]["line"]) for f in json.loads(done.out)["findings"]}

    def test_it_works(self):
        self.write("engine.h", ENGINE)
        self.write("main.c", PROGRAM)
        self.assertEqual(self.findings(), set())
        with open(DOC, encoding="utf-8") as source:
            example = re.search(r"```json\n(.*?)```", source.read(), re.S).group(1)
        self.assertIn('"catalog"', example)
        self.write(".concadvise.json", example)
        found = self.findings()
        blocking = lines_of(PROGRAM, "license_check(") # not the one that looks into its cache
        cached = lines_of(PROGRAM, "LICENSE_CACHED")
        self.assertEqual({line for rule, line in found if rule == "CA101"},
                         set(blocking) - set(cached))
        # the lock protects one counter, and the other one races
        races = {line for rule, line in found if rule == "CA201"}
        self.assertTrue(races and races <= set(lines_of(PROGRAM, "misses++")), found)
