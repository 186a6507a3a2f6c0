// why: the work callback runs on a pool and blocks with the lock; the after callback needs it
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_mutex_t lock;
static int results;

static void work(uv_work_t *req)
{
    (void)req;
    uv_mutex_lock(&lock);
    sleep(1);
    results++;
    uv_mutex_unlock(&lock);
}

static void after(uv_work_t *req, int status)
{
    (void)status;
    uv_mutex_lock(&lock); // expect: CA103
    results--;
    uv_mutex_unlock(&lock);
    free(req);
}

int main(void)
{
    uv_mutex_init(&lock);
    for (int i = 0; i < 4; i++) {
        uv_work_t *req = malloc(sizeof *req);
        if (!req || uv_queue_work(uv_default_loop(), req, work, after) != 0)
            return 1;
    }
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
