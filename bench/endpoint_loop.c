/*
 * A server on a libuv loop, with three ways to ask the upstream: as the loop wants it; with a call
 * that blocks, in the callback, so that meanwhile nobody else is served; and with the same call in
 * libuv's thread pool.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>

#include <uv.h>

#include "bench/endpoint.h"

enum { CHUNK = 1 << 16, BACKLOG = 4096 };

struct server {
    uv_loop_t uv;
    uv_tcp_t listener;
    uv_poll_t stop;
    struct run *run;
    enum endpoint_upstream how;
    char *chunk, *answer;
};

/* One user's connection, and its own to the upstream, made when it is first needed. */
struct conn {
    struct server *server;
    uv_tcp_t user, upstream;
    uv_connect_t connect;
    uv_write_t asking, answering;
    uv_work_t work;
    uint32_t got, upstream_got; /* bytes */
    uint32_t open;              /* handles that are not closed yet */
    bool has_upstream, busy, gone, ok; /* busy: its job is in the pool */
};

static void close_conn(struct conn *c);

static void on_alloc(uv_handle_t *h, size_t wanted, uv_buf_t *out)
{
    struct conn *c = h->data;
    (void)wanted;
    *out = uv_buf_init(c->server->chunk, CHUNK);
}

static void on_written(uv_write_t *write, int status)
{
    if (status < 0)
        close_conn(write->data);
}

static void answer_user(struct conn *c, bool ok)
{
    uv_buf_t bytes = uv_buf_init(c->server->answer, c->server->run->work.bytes);
    if (!ok || uv_write(&c->answering, (uv_stream_t *)&c->user, &bytes, 1, on_written) != 0)
        close_conn(c);
}

/* ---- the upstream by a blocking call ---- */

/* Each thread that calls keeps its connection from one call to the next. */
static bool blocking_exchange(const struct work *w)
{
    static _Thread_local int fd = -1;
    if (fd < 0)
        fd = work_connect(w->ports[0]);
    return fd >= 0 && work_exchange(fd, w->bytes);
}

static void on_pool(uv_work_t *work)
{
    struct conn *c = work->data;
    c->ok = blocking_exchange(&c->server->run->work);
}

static void on_pool_done(uv_work_t *work, int status)
{
    struct conn *c = work->data;
    c->busy = false;
    if (c->gone)
        close_conn(c);
    else
        answer_user(c, status == 0 && c->ok);
}

/* ---- the upstream on the loop ---- */

static void on_upstream_read(uv_stream_t *tcp, ssize_t n, const uv_buf_t *bytes)
{
    struct conn *c = tcp->data;
    (void)bytes;
    if (n < 0 || (uint64_t)c->upstream_got + (uint64_t)n > c->server->run->work.bytes) {
        close_conn(c);
        return;
    }
    c->upstream_got += (uint32_t)n;
    if (c->upstream_got == c->server->run->work.bytes)
        answer_user(c, true);
}

static void send_upstream(struct conn *c)
{
    uv_buf_t bytes = uv_buf_init(c->server->answer, c->server->run->work.bytes);
    c->upstream_got = 0;
    if (uv_write(&c->asking, (uv_stream_t *)&c->upstream, &bytes, 1, on_written) != 0)
        close_conn(c);
}

static void on_upstream_connected(uv_connect_t *connect, int status)
{
    struct conn *c = connect->data;
    if (status == UV_ECANCELED)
        return; /* it is being closed */
    if (status < 0 ||
        uv_read_start((uv_stream_t *)&c->upstream, on_alloc, on_upstream_read) != 0)
        close_conn(c);
    else
        send_upstream(c);
}

static void connect_upstream(struct conn *c)
{
    struct sockaddr_in sa = {.sin_family = AF_INET};
    sa.sin_port = htons(c->server->run->work.ports[0]);
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int rc = uv_tcp_init(&c->server->uv, &c->upstream);
    ASSERT(rc == 0); /* it makes no socket yet */
    c->upstream.data = c;
    c->has_upstream = true;
    c->open++;
    if (uv_tcp_connect(&c->connect, &c->upstream, (struct sockaddr *)&sa,
                       on_upstream_connected) != 0)
        close_conn(c);
}

/* ---- users ---- */

static void on_request(struct conn *c)
{
    struct server *s = c->server;
    switch (s->how) {
    case UPSTREAM_NONBLOCKING:
        if (c->has_upstream)
            send_upstream(c);
        else
            connect_upstream(c);
        return;
    case UPSTREAM_BLOCKING:
        answer_user(c, blocking_exchange(&s->run->work));
        return;
    case UPSTREAM_EXECUTOR:
        c->busy = uv_queue_work(&s->uv, &c->work, on_pool, on_pool_done) == 0;
        if (!c->busy)
            close_conn(c);
        return;
    }
}

static void on_user_read(uv_stream_t *tcp, ssize_t n, const uv_buf_t *bytes)
{
    struct conn *c = tcp->data;
    (void)bytes;
    if (n < 0) {
        close_conn(c);
        return;
    }
    c->got += (uint32_t)n;
    if (c->got < c->server->run->work.bytes)
        return;
    c->got = 0;
    on_request(c);
}

static void on_closed(uv_handle_t *h)
{
    struct conn *c = h->data;
    if (--c->open == 0)
        free(c);
}

/* At any moment, also twice; a job in the pool is waited for. */
static void close_conn(struct conn *c)
{
    uv_handle_t *user = (uv_handle_t *)&c->user, *upstream = (uv_handle_t *)&c->upstream;
    c->gone = true;
    if (c->busy)
        return;
    if (c->has_upstream && !uv_is_closing(upstream))
        uv_close(upstream, on_closed);
    if (!uv_is_closing(user))
        uv_close(user, on_closed);
}

static void on_user(uv_stream_t *listener, int status)
{
    struct server *s = listener->data;
    if (status < 0)
        return;
    struct conn *c = calloc(1, sizeof *c);
    if (!c)
        out_of_memory();
    c->server = s;
    c->open = 1;
    int rc = uv_tcp_init(&s->uv, &c->user);
    ASSERT(rc == 0);
    c->user.data = c->connect.data = c->asking.data = c->answering.data = c->work.data = c;
    if (uv_accept(listener, (uv_stream_t *)&c->user) != 0 || uv_tcp_nodelay(&c->user, 1) != 0 ||
        uv_read_start((uv_stream_t *)&c->user, on_alloc, on_user_read) != 0)
        close_conn(c);
}

static void on_stop(uv_poll_t *poll, int status, int events)
{
    (void)status, (void)events;
    uv_stop(poll->loop);
}

static bool listen_on(struct server *s)
{
    return uv_loop_init(&s->uv) == 0 && uv_tcp_init(&s->uv, &s->listener) == 0 &&
           uv_tcp_open(&s->listener, s->run->listener) == 0 &&
           uv_listen((uv_stream_t *)&s->listener, BACKLOG, on_user) == 0 &&
           uv_poll_init(&s->uv, &s->stop, s->run->peer) == 0 &&
           uv_poll_start(&s->stop, UV_READABLE, on_stop) == 0;
}

bool endpoint_loop(struct run *r, enum endpoint_upstream how)
{
    struct server *s = calloc(1, sizeof *s);
    char text[16];
    if (!s)
        out_of_memory();
    *s = (struct server){.run = r, .how = how};
    s->listener.data = s;
    s->chunk = calloc(1, CHUNK);
    s->answer = calloc(1, r->work.bytes);
    if (!s->chunk || !s->answer)
        out_of_memory();
    (void)snprintf(text, sizeof text, "%d", ENDPOINT_POOL);
    if (how == UPSTREAM_EXECUTOR) {
        if (setenv("UV_THREADPOOL_SIZE", text, 1) != 0)
            out_of_memory();
        run_threads(r, ENDPOINT_POOL); /* made when the first job comes */
    }
    if (!listen_on(s))
        return run_fail(r, "libuv cannot listen");
    s->listener.data = s;
    run_begin(r);
    (void)uv_run(&s->uv, UV_RUN_DEFAULT);
    return true; /* the connections end with the process, which is next */
}

bool endpoint_serve(struct run *r)
{
    bool ok;
    if (r->p.model == MODEL_THREAD_POOL)
        ok = endpoint_pool(r);
    else if (r->p.model == MODEL_LOOP_EXECUTOR)
        ok = endpoint_loop(r, UPSTREAM_EXECUTOR);
    else
        ok = endpoint_loop(r, r->work.variant ? UPSTREAM_BLOCKING : UPSTREAM_NONBLOCKING);
    if (!ok)
        return false;
    run_wait_for_parent(r); /* what stopped it is still unread */
    run_end(r);
    return true;
}
