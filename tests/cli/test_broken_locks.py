"""Statements that did not parse make findings about locks weaker, never wrong.

Each program is read whole first, where it has a finding at medium confidence at least: so the test can
fail. Then the same with a statement that does not parse in its place: nothing may be shown.
"""
import json
import unittest

from tool import ToolTest

HEAD = """#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
struct box { pthread_mutex_t lock; int n, full; };
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER, k = PTHREAD_MUTEX_INITIALIZER;
static struct box box = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
static int count;
"""
THREADS = """
int main(void)
{
    pthread_t t[2];
    pthread_create(&t[0], NULL, one, &box);
    pthread_create(&t[1], NULL, two, &box);
    pthread_join(t[0], NULL);
    pthread_join(t[1], NULL);
    return count;
}
"""
BROKEN = "missing_type x = unknown_macro(m);"

KEPT = """int put(struct box *b, int n)
{
    pthread_mutex_lock(&b->lock);
    if (b->full) {
        %s
        return -1;
    }
    b->n += n;
    pthread_mutex_unlock(&b->lock);
    return 0;
}
int main(void) { return put(&box, 1); }
"""
TWICE = """int put(struct box *b)
{
    pthread_mutex_lock(&b->lock);
    %s
    pthread_mutex_lock(&b->lock);
    b->n++;
    pthread_mutex_unlock(&b->lock);
    return 0;
}
int main(void) { return put(&box); }
"""
# the callee shows no lock at all, and is given the record that has one
TWICE_BY_CALLEE = """static void leave(struct box *b)
{
    %s
    b->n++;
}
int put(struct box *b)
{
    pthread_mutex_lock(&b->lock);
    leave(b);
    pthread_mutex_lock(&b->lock);
    b->n++;
    pthread_mutex_unlock(&b->lock);
    return 0;
}
int main(void) { return put(&box); }
"""
RACE = """static void *one(void *arg)
{
    %s
    count++;
    return arg;
}
static void *two(void *arg)
{
    pthread_mutex_lock(&m);
    count++;
    pthread_mutex_unlock(&m);
    return arg;
}
""" + THREADS
RACE_IN_CALLEE = """static void add(int n) { count += n; }
static void *one(void *arg)
{
    %s
    add(1);
    return arg;
}
static void *two(void *arg)
{
    pthread_mutex_lock(&m);
    add(2);
    pthread_mutex_unlock(&m);
    return arg;
}
""" + THREADS
ORDER = """static void *one(void *arg)
{
    pthread_mutex_lock(&m);
    %s
    pthread_mutex_lock(&k);
    count++;
    pthread_mutex_unlock(&k);
    pthread_mutex_unlock(&m);
    return arg;
}
static void *two(void *arg)
{
    pthread_mutex_lock(&k);
    pthread_mutex_lock(&m);
    count++;
    pthread_mutex_unlock(&m);
    pthread_mutex_unlock(&k);
    return arg;
}
""" + THREADS
BLOCKING = """static void *one(void *arg)
{
    pthread_mutex_lock(&m);
    %s
    sleep(10);
    pthread_mutex_unlock(&m);
    return arg;
}
static void *two(void *arg)
{
    pthread_mutex_lock(&m);
    count++;
    pthread_mutex_unlock(&m);
    return arg;
}
""" + THREADS
NON_REENTRANT = """static int hour(time_t t) { return localtime(&t)->tm_hour; }
static void *one(void *arg)
{
    %s
    count = hour(1);
    return arg;
}
static void *two(void *arg)
{
    pthread_mutex_lock(&m);
    count = hour(2);
    pthread_mutex_unlock(&m);
    return arg;
}
""" + THREADS


class BrokenLocks(ToolTest):
    def shown(self, rule, text):
        self.write("main.c", HEAD + text)
        done = self.run_tool("--no-cache", "--select=" + rule, "--exit-zero", "--format=json")
        self.assertEqual(done.returncode, 0, done.err)
        report = json.loads(done.out)
        return len(report["findings"]), report["counts"]["functions_partial"]

    def weakens(self, rule, text):
        self.assertEqual(self.shown(rule, text % ""), (1, 0), "the whole program has the finding")
        self.assertEqual(self.shown(rule, text % BROKEN), (0, 1), "nothing is sure any more")

    def test_lock_kept(self):
        self.weakens("CA206", KEPT)

    def test_taken_twice(self):
        self.weakens("CA206", TWICE)

    def test_taken_twice_around_a_broken_callee(self):
        self.weakens("CA206", TWICE_BY_CALLEE)

    def test_race(self):
        self.weakens("CA201", RACE)

    def test_race_below_a_broken_caller(self):
        self.weakens("CA201", RACE_IN_CALLEE)

    def test_order(self):
        self.weakens("CA205", ORDER)

    def test_blocking(self):
        self.weakens("CA303", BLOCKING)

    def test_non_reentrant_below_a_broken_caller(self):
        self.weakens("CA204", NON_REENTRANT)


if __name__ == "__main__":
    unittest.main()
