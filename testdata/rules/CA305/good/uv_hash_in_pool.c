// why: a megabyte is hashed by the pool
#include <openssl/sha.h>
#include <uv.h>

static unsigned char data[1 << 20], digest[32];

static void hash(uv_work_t *w)
{
    SHA256(w->data, sizeof data, digest);
}

static void done(uv_work_t *w, int status)
{
    w->data = status ? NULL : w->data;
}

int main(void)
{
    uv_work_t w = {.data = data};
    uv_queue_work(uv_default_loop(), &w, hash, done);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
