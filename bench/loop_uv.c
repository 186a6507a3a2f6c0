/*
 * The loop on libuv. A slot is one task under way; when it ends, the slot takes the next one. It
 * always goes on from a callback of the loop and never from its own start, so a task that fails at
 * once does not nest.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>

#include <uv.h>

#include "bench/loop.h"
#include "bench/procpool.h"

enum { CHUNK = 1 << 16 };

struct slot {
    struct loop *loop;
    uv_tcp_t tcp;
    uv_connect_t connect;
    uv_write_t write;
    uv_work_t work;
    uint64_t start_ns;
    uint32_t task, left; /* left: bytes of the answer */
    bool has_task, ok;
};

struct loop {
    uv_loop_t uv;
    uv_poll_t answers; /* of the pool of processes */
    uint32_t *pending; /* ring of slots whose work the pool has not got yet */
    uint32_t pending_head, n_pending;
    uv_idle_t idle; /* runs tasks in callbacks when there is nothing to wait for */
    struct run *run;
    const struct loop_share *share;
    struct slot *slots;
    uint64_t next; /* first task that no slot has taken */
    uint32_t turn, busy;
    uint32_t *by_task; /* the slot that has the task, when processes do it */
    bool waits;
    char *request, *chunk;
};

static void begin_task(struct slot *s);

static void end_task(struct slot *s, bool ok)
{
    run_task_done(s->loop->run, s->task, s->start_ns, ok);
    s->has_task = false;
    s->loop->busy--;
    begin_task(s);
    if (s->loop->busy == 0 && s->loop->pending)
        (void)uv_poll_stop(&s->loop->answers); /* or the loop would wait for ever */
}

/* ---- what is left when the answer is there, or the whole task ---- */

static void on_pool(uv_work_t *work)
{
    struct slot *s = work->data;
    struct work *w = &s->loop->run->work;
    s->ok = s->loop->waits ? work_after_wait(w, s->task, 0) : work_do(w, s->task, 0);
}

static void on_pool_done(uv_work_t *work, int status)
{
    struct slot *s = work->data;
    end_task(s, status == 0 && s->ok);
}

/* ---- the same in another process ---- */

static void send_pending(struct loop *l)
{
    struct procpool *pool = l->share->pool;
    while (l->n_pending > 0 && pool->away < pool->window) {
        uint32_t slot = l->pending[l->pending_head % l->share->slots];
        if (!procpool_send(pool, l->run, l->slots[slot].task))
            return; /* an answer that comes makes room */
        l->by_task[l->slots[slot].task] = slot;
        l->pending_head++;
        l->n_pending--;
    }
}

static void on_answers(uv_poll_t *poll, int status, int events)
{
    struct loop *l = poll->data;
    uint32_t task;
    bool ok;
    (void)events;
    if (status < 0)
        return;
    while (procpool_receive(l->share->pool, &task, &ok))
        end_task(&l->slots[l->by_task[task]], ok);
    send_pending(l);
}

/* Hands what is left of the slot's task to the executor. */
static void hand_over(struct slot *s)
{
    struct loop *l = s->loop;
    if (l->share->executor == EXECUTOR_THREADS) {
        int rc = uv_queue_work(&l->uv, &s->work, on_pool, on_pool_done);
        ASSERT(rc == 0); /* it refuses nothing but a missing callback */
        return;
    }
    ASSERT(l->n_pending < l->share->slots);
    l->pending[(l->pending_head + l->n_pending++) % l->share->slots] = (uint32_t)(s - l->slots);
    send_pending(l);
}

static void on_idle(uv_idle_t *idle)
{
    struct loop *l = idle->data;
    for (uint32_t i = 0; i < l->share->slots; i++) {
        struct slot *s = &l->slots[l->turn++ % l->share->slots];
        if (s->has_task) {
            end_task(s, work_do(&l->run->work, s->task, 0));
            return;
        }
    }
    (void)uv_idle_stop(idle);
}

/* ---- waiting for the answer ---- */

static void on_closed(uv_handle_t *tcp)
{
    struct slot *s = tcp->data;
    struct loop *l = s->loop;
    if (s->ok && l->share->executor && l->run->p.workload != WORK_IO_WAIT)
        hand_over(s);
    else
        end_task(s, s->ok && work_after_wait(&l->run->work, s->task, 0));
}

/* A reset leaves no port behind in TIME_WAIT. */
static void hang_up(struct slot *s, bool ok)
{
    uv_handle_t *tcp = (uv_handle_t *)&s->tcp;
    s->ok = ok;
    if (!uv_is_closing(tcp) && uv_tcp_close_reset(&s->tcp, on_closed) != 0)
        uv_close(tcp, on_closed);
}

static void on_alloc(uv_handle_t *tcp, size_t wanted, uv_buf_t *out)
{
    struct slot *s = tcp->data;
    (void)wanted;
    *out = uv_buf_init(s->loop->chunk, CHUNK);
}

static void on_read(uv_stream_t *tcp, ssize_t n, const uv_buf_t *bytes)
{
    struct slot *s = tcp->data;
    (void)bytes;
    if (n < 0 || (uint64_t)n > s->left)
        hang_up(s, false);
    else if ((s->left -= (uint32_t)n) == 0)
        hang_up(s, true);
}

static void on_written(uv_write_t *write, int status)
{
    struct slot *s = write->data;
    if (status < 0)
        hang_up(s, false);
}

static void on_connected(uv_connect_t *connect, int status)
{
    struct slot *s = connect->data;
    uv_stream_t *tcp = (uv_stream_t *)&s->tcp;
    uv_buf_t request = uv_buf_init(s->loop->request, s->loop->run->work.bytes);
    if (status < 0 || uv_read_start(tcp, on_alloc, on_read) != 0 ||
        uv_write(&s->write, tcp, &request, 1, on_written) != 0)
        hang_up(s, false);
}

static void begin_wait(struct slot *s)
{
    const struct work *w = &s->loop->run->work;
    struct sockaddr_in sa = {.sin_family = AF_INET};
    sa.sin_port = htons(w->ports[s->task % w->n_ports]);
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->left = w->bytes;
    int rc = uv_tcp_init(&s->loop->uv, &s->tcp);
    ASSERT(rc == 0); /* it makes no socket yet */
    if (uv_tcp_connect(&s->connect, &s->tcp, (struct sockaddr *)&sa, on_connected) != 0)
        hang_up(s, false);
}

static void begin_task(struct slot *s)
{
    struct loop *l = s->loop;
    if (l->next >= l->run->p.tasks)
        return;
    s->task = (uint32_t)l->next;
    s->has_task = true;
    s->start_ns = now_ns();
    l->next += l->share->step;
    l->busy++;
    if (l->waits)
        begin_wait(s);
    else if (l->share->executor)
        hand_over(s);
}

static bool loop_init(struct loop *l)
{
    l->slots = calloc(l->share->slots, sizeof *l->slots);
    l->request = calloc(1, l->run->work.bytes);
    l->chunk = calloc(1, CHUNK);
    if (!l->slots || !l->request || !l->chunk)
        out_of_memory();
    for (uint32_t i = 0; i < l->share->slots; i++) {
        struct slot *s = &l->slots[i];
        s->loop = l;
        s->tcp.data = s->connect.data = s->write.data = s->work.data = s;
    }
    if (uv_loop_init(&l->uv) != 0)
        return false;
    l->idle.data = l->answers.data = l;
    if (l->share->executor == EXECUTOR_PROCESSES) {
        l->pending = calloc(l->share->slots, sizeof *l->pending);
        l->by_task = calloc(l->run->p.tasks, sizeof *l->by_task);
        if (!l->pending || !l->by_task)
            out_of_memory();
        if (uv_poll_init(&l->uv, &l->answers, l->share->pool->fd) != 0 ||
            uv_poll_start(&l->answers, UV_READABLE, on_answers) != 0)
            return false;
    }
    return uv_idle_init(&l->uv, &l->idle) == 0;
}

static void loop_release(struct loop *l)
{
    uv_close((uv_handle_t *)&l->idle, NULL);
    if (l->pending)
        uv_close((uv_handle_t *)&l->answers, NULL);
    (void)uv_run(&l->uv, UV_RUN_DEFAULT);
    int rc = uv_loop_close(&l->uv);
    ASSERT(rc == 0);
    free(l->pending);
    free(l->by_task);
    free(l->slots);
    free(l->request);
    free(l->chunk);
}

bool loop_uv_tasks(struct run *r, const struct loop_share *share)
{
    struct loop l = {.run = r, .share = share, .next = share->first};
    ASSERT(share->slots > 0 && share->step > 0);
    l.waits = work_loop_waits(r->p.workload);
    if (!loop_init(&l))
        return run_fail(r, "libuv cannot make a loop");
    if (!l.waits && !share->executor && uv_idle_start(&l.idle, on_idle) != 0)
        return run_fail(r, "libuv cannot start an idle handle");
    for (uint32_t i = 0; i < share->slots; i++)
        begin_task(&l.slots[i]);
    (void)uv_run(&l.uv, UV_RUN_DEFAULT);
    ASSERT(l.busy == 0 && l.next >= r->p.tasks);
    loop_release(&l);
    return true;
}
