// why: the loop asks for the write side while a reader thread resolves names under the read side
#include <netdb.h>
#include <uv.h>

static uv_rwlock_t zone_lock;
static struct hostent *zone;
static int generation;

static void reader(void *name)
{
    for (;;) {
        uv_rwlock_rdlock(&zone_lock);
        zone = gethostbyname(name);
        uv_rwlock_rdunlock(&zone_lock);
    }
}

static void on_signal(uv_signal_t *s, int number)
{
    (void)s, (void)number;
    uv_rwlock_wrlock(&zone_lock); // expect: CA103
    generation++;
    uv_rwlock_wrunlock(&zone_lock);
}

int main(void)
{
    uv_signal_t sig;
    uv_thread_t t;

    uv_rwlock_init(&zone_lock);
    uv_thread_create(&t, reader, "example.org");
    uv_signal_init(uv_default_loop(), &sig);
    uv_signal_start(&sig, on_signal, 1);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
