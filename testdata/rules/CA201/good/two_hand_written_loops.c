// why: two hand-written loops go through one list of timers each, by the same function; which timer
// is on which loop cannot be told, so nothing is said
#include <pthread.h>
#include <stdio.h>

struct timer {
    void (*hook)(struct timer *);
    struct timer *next;
};
struct loop {
    struct timer *timers;
};

static struct loop main_loop, other_loop;
static long counts[10];

static void scan(struct timer *t)
{
    (void)t;
    counts[0]++;
}

static void expire(struct timer *t)
{
    (void)t;
    counts[1]++;
}

static void refresh(struct timer *t)
{
    (void)t;
    counts[2]++;
}

static void flush(struct timer *t)
{
    (void)t;
    counts[3]++;
}

static void report(struct timer *t)
{
    (void)t;
    counts[4]++;
}

static void rotate(struct timer *t)
{
    (void)t;
    counts[5]++;
}

static void retry(struct timer *t)
{
    (void)t;
    counts[6]++;
}

static void hello(struct timer *t)
{
    (void)t;
    counts[7]++;
}

static void keepalive(struct timer *t)
{
    (void)t;
    counts[8]++;
}

static void reload(struct timer *t)
{
    (void)t;
    counts[9]++;
}

static void timers_fire(struct loop *loop)
{
    for (struct timer *t = loop->timers; t != NULL; t = t->next)
        t->hook(t);
}

static void add(struct loop *loop, struct timer *t, void (*hook)(struct timer *))
{
    t->hook = hook;
    t->next = loop->timers;
    loop->timers = t;
}

static void *run_other(void *arg)
{
    for (int i = 0; i < 100; i++)
        timers_fire(&other_loop);
    return arg;
}

int main(void)
{
    static struct timer timers[10];
    pthread_t other;

    add(&main_loop, &timers[0], scan);
    add(&main_loop, &timers[1], expire);
    add(&main_loop, &timers[2], refresh);
    add(&main_loop, &timers[3], flush);
    add(&main_loop, &timers[4], report);
    add(&main_loop, &timers[5], rotate);
    add(&other_loop, &timers[6], retry);
    add(&other_loop, &timers[7], hello);
    add(&other_loop, &timers[8], keepalive);
    add(&other_loop, &timers[9], reload);
    if (pthread_create(&other, NULL, run_other, NULL) != 0)
        return 1;
    for (int i = 0; i < 100; i++)
        timers_fire(&main_loop);
    pthread_join(other, NULL);
    printf("%ld scans, %ld reloads\n", counts[0], counts[9]);
    return 0;
}
