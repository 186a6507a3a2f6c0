// why: one thread function starts what it is given; the one that runs beside main() is given the
// writer, which uses localtime() as main() does
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct capsule {
    void (*probe)(void *);
    void *payload;
};
struct thread {
    pthread_t id;
};

static void *ignition(void *arg)
{
    struct capsule *capsule = arg;

    capsule->probe(capsule->payload);
    free(capsule);
    return NULL;
}

static struct thread *launch(void (*probe)(void *), void *payload)
{
    struct capsule *capsule = malloc(sizeof *capsule);
    struct thread *th = malloc(sizeof *th);

    if (capsule == NULL || th == NULL)
        exit(1);
    capsule->probe = probe;
    capsule->payload = payload;
    if (pthread_create(&th->id, NULL, ignition, capsule) != 0)
        exit(1);
    return th;
}

static void join(struct thread *th)
{
    if (pthread_join(th->id, NULL) != 0)
        exit(1);
    free(th);
}

static void put_header(FILE *out)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now); // expect: CA204

    if (tm != NULL)
        fprintf(out, "%d\n", tm->tm_year);
}

static void load_read(void *arg)
{
    char *buf = arg;
    size_t n = fread(buf, 1, 64, stdin);

    buf[n] = '\0';
}

static void write_all(void *arg)
{
    put_header(arg);
}

int main(void)
{
    static char buf[65];
    struct thread *reader, *writer;

    reader = launch(load_read, buf);
    join(reader);
    writer = launch(write_all, stdout);
    put_header(stdout);
    join(writer);
    puts(buf);
    return 0;
}
