// why: an io_uring completion loop is an event loop too
#include <liburing.h>
#include <time.h>

struct request {
    int kind;
    char buf[1024];
};

static void complete(struct request *r, int res)
{
    struct timespec ts = {.tv_sec = 1};

    if (res < 0)
        clock_nanosleep(CLOCK_MONOTONIC, 0, &ts, NULL); // expect: CA101
    r->kind = res;
}

static void queue_read(struct io_uring *ring, struct request *r)
{
    struct io_uring_sqe *sqe = io_uring_get_sqe(ring);

    io_uring_prep_read(sqe, 0, r->buf, sizeof(r->buf), 0);
    io_uring_sqe_set_data(sqe, r);
    io_uring_submit(ring);
}

int main(void)
{
    struct io_uring ring;
    static struct request requests[8];

    if (io_uring_queue_init(64, &ring, 0) < 0)
        return 1;
    for (int i = 0; i < 8; i++)
        queue_read(&ring, &requests[i]);
    for (;;) {
        struct io_uring_cqe *cqe;
        struct request *r;

        if (io_uring_wait_cqe(&ring, &cqe) < 0)
            break;
        r = io_uring_cqe_get_data(cqe);
        complete(r, cqe->res);
        io_uring_cqe_seen(&ring, cqe);
        queue_read(&ring, r);
    }
    io_uring_queue_exit(&ring);
    return 0;
}
