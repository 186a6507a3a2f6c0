// why: the caller sets the request's type in a field; the case that waits belongs to another type
#include <unistd.h>
#include <uv.h>

enum type { REQ_CLOSE, REQ_SYNC };
struct request {
    enum type type;
    int fd;
};

static int execute(struct request *r)
{
    switch (r->type) {
    case REQ_CLOSE:
        return close(r->fd);
    case REQ_SYNC:
        return fsync(r->fd);
    }
    return -1;
}

static int request_close(int fd)
{
    struct request r;

    r.type = REQ_CLOSE;
    r.fd = fd;
    return execute(&r);
}

static void on_timer(uv_timer_t *timer)
{
    if (request_close(3) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
