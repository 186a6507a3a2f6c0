// why: the worker's commands go through a table, and the setters of one of them through another;
// that a worker comes to the setter which takes the lock is a guess, and none of them does
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

struct request {
    int command, setting, count, value;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void command_0(struct request *r)
{
    r->count += 0;
}

static void command_1(struct request *r)
{
    r->count += 1;
}

static void command_2(struct request *r)
{
    r->count += 2;
}

static void command_3(struct request *r)
{
    r->count += 3;
}

static void command_4(struct request *r)
{
    r->count += 4;
}

static void command_5(struct request *r)
{
    r->count += 5;
}

static void command_6(struct request *r)
{
    r->count += 6;
}

static void command_7(struct request *r)
{
    r->count += 7;
}

static void command_8(struct request *r)
{
    r->count += 8;
}

static void apply_0(struct request *r)
{
    r->value = 0;
}

static void apply_1(struct request *r)
{
    r->value = 1;
}

static void apply_2(struct request *r)
{
    r->value = 2;
}

static void apply_3(struct request *r)
{
    r->value = 3;
}

static void apply_4(struct request *r)
{
    r->value = 4;
}

static void apply_5(struct request *r)
{
    r->value = 5;
}

static void apply_6(struct request *r)
{
    r->value = 6;
}

static void apply_7(struct request *r)
{
    r->value = 7;
}

static void apply_8(struct request *r)
{
    r->value = 8;
}

static void apply_under_lock(struct request *r)
{
    pthread_mutex_lock(&lock);
    r->value = -1;
    pthread_mutex_unlock(&lock);
}

static void (*const setters[])(struct request *) = {
    apply_0, apply_1, apply_2, apply_3, apply_4, apply_5, apply_6, apply_7, apply_8, apply_under_lock,
};

static void command_set(struct request *r)
{
    setters[r->setting](r);
}

static void (*const commands[])(struct request *) = {
    command_0, command_1, command_2, command_3, command_4, command_5, command_6, command_7, command_8, command_set,
};

static void *worker(void *arg)
{
    struct request r = {0};

    while (read(0, &r, sizeof r) == (ssize_t)sizeof r)
        if (r.command >= 0 && r.command < 10 && r.setting >= 0 && r.setting < 9)
            commands[r.command](&r);
    return arg;
}

static void save(FILE *f)
{
    pthread_mutex_lock(&lock);
    fflush(f);
    fsync(fileno(f));
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    pthread_t thread;
    FILE *f = fopen("state", "w");

    if (!f || pthread_create(&thread, NULL, worker, NULL) != 0)
        return 1;
    for (int i = 0; i < 1000; i++) {
        fprintf(f, "%d\n", i);
        save(f);
    }
    return 0;
}
