// why: one thread function starts what it is given; the thread that runs beside main() is given the
// reader, and the writer, which uses localtime() too, is joined before main() does
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
    struct tm *tm = localtime(&now);

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

    writer = launch(write_all, stdout);
    join(writer);
    reader = launch(load_read, buf);
    put_header(stdout); /* the reader asks for no time */
    join(reader);
    puts(buf);
    return 0;
}
