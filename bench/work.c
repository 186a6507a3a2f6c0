/*
 * Tasks in blocking form. Each checks its own result: a model that lost or mixed up work would
 * otherwise look fast.
 */
#include "bench/work.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/cpu.h"
#include "bench/work_state.h"

enum { CHUNK = 1 << 14, SEED = 1 };

bool work_needs_server(enum bench_workload w)
{
    return w == WORK_IO_WAIT || w == WORK_LEGACY_IO || w == WORK_MIXED || w == WORK_ENDPOINT;
}

bool work_loop_waits(enum bench_workload w)
{
    return w == WORK_IO_WAIT || w == WORK_MIXED;
}

bool work_init(struct work *w, const struct bench_params *p, struct err *err)
{
    *w = (struct work){.p = p, .bytes = p->payload ? p->payload : 1};
    const char *const *variants;
    uint32_t n = bench_variants(p->workload, p->model, &variants);
    while (w->variant < n && strcmp(variants[w->variant], p->variant) != 0)
        w->variant++;
    ASSERT(w->variant < n);
    if (p->shared_permille > 1000)
        return err_set(err, "bench: %u of 1000 parts cannot be shared", p->shared_permille);
    w->steps = cpu_steps(p->cpu_us);
    w->shared_steps = w->steps * p->shared_permille / 1000 / WORK_SLICES;
    w->own_steps = w->steps / WORK_SLICES - w->shared_steps;
    if (p->workload == WORK_SHARED_STATE) {
        w->own_result = cpu_result(SEED, w->own_steps);
        w->shared_result = cpu_result(SEED, w->shared_steps);
        w->state = work_state_new();
    } else {
        w->result = cpu_result(SEED, w->steps);
    }
    int rc = pthread_mutex_init(&w->lock, NULL);
    ASSERT(rc == 0);
    return true;
}

void work_release(struct work *w)
{
    work_state_free(w->state);
    (void)pthread_mutex_destroy(&w->lock);
}

/* ---- requests ---- */

int work_connect(uint16_t port)
{
    struct sockaddr_in sa = {.sin_family = AF_INET, .sin_port = htons(port)};
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    int rc;
    do
        rc = connect(fd, (struct sockaddr *)&sa, sizeof sa);
    while (rc != 0 && errno == EINTR);
    if (rc != 0) {
        (void)close(fd);
        return -1;
    }
    return fd;
}

bool work_exchange(int fd, uint32_t bytes)
{
    static const char request[CHUNK];
    char answer[CHUNK];
    for (uint32_t left = bytes; left > 0;) {
        ssize_t n = write(fd, request, left < CHUNK ? left : CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        left -= (uint32_t)n;
    }
    for (uint32_t left = bytes; left > 0;) {
        ssize_t n = read(fd, answer, left < CHUNK ? left : CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        left -= (uint32_t)n;
    }
    return true;
}

/* Closing with a reset leaves no port behind in TIME_WAIT: thousands of tasks would use them up. */
static bool request(const struct work *w, uint32_t task)
{
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    int fd = work_connect(w->ports[task % w->n_ports]);
    if (fd < 0)
        return false;
    bool ok = work_exchange(fd, w->bytes);
    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(fd);
    return ok;
}

/* ---- files ---- */

/* A file without a name; where the file system cannot make one, the name is gone at once. */
static int nameless_file(void)
{
    const char *dir = getenv("TMPDIR");
    if (!dir || !*dir)
        dir = access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp";
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
        return fd;
    struct buf BUF_CLEANUP path = {0};
    buf_addf(&path, "%s/concadvise-XXXXXX", dir);
    fd = mkostemp(path.s, O_CLOEXEC);
    if (fd >= 0)
        (void)unlink(path.s);
    return fd;
}

static bool write_file(int fd, const struct work *w)
{
    char chunk[CHUNK];
    memset(chunk, 'd', sizeof chunk);
    for (uint32_t left = w->bytes; left > 0;) {
        ssize_t n = write(fd, chunk, left < CHUNK ? left : CHUNK);
        if (n <= 0)
            return false;
        left -= (uint32_t)n;
    }
    return fsync(fd) == 0;
}

static bool read_file(int fd, const struct work *w)
{
    char chunk[CHUNK];
    uint64_t at = 0;
    while (at < w->bytes) {
        ssize_t n = pread(fd, chunk, sizeof chunk, (off_t)at);
        if (n <= 0 || chunk[0] != 'd' || chunk[n - 1] != 'd')
            return false;
        at += (uint64_t)n;
    }
    return at == w->bytes;
}

static bool use_disk(const struct work *w)
{
    int fd = nameless_file();
    if (fd < 0)
        return false;
    bool ok = write_file(fd, w) && read_file(fd, w);
    return close(fd) == 0 && ok;
}

/* ---- computing ---- */

static bool compute(const struct work *w)
{
    return cpu_compute(SEED, w->steps) == w->result;
}

static bool compute_serialised(struct work *w)
{
    (void)pthread_mutex_lock(&w->lock);
    bool ok = compute(w);
    (void)pthread_mutex_unlock(&w->lock);
    return ok;
}

static bool compute_shared(struct work *w, uint32_t task, uint32_t worker)
{
    bool ok = true;
    for (uint32_t slice = 0; slice < WORK_SLICES; slice++) {
        ok &= cpu_compute(SEED, w->own_steps) == w->own_result;
        ok &= work_state_update(w, task * WORK_SLICES + slice, worker);
    }
    return ok;
}

bool work_after_wait(struct work *w, uint32_t task, uint32_t worker)
{
    (void)task, (void)worker;
    return w->p->workload == WORK_IO_WAIT || compute(w);
}

bool work_do(struct work *w, uint32_t task, uint32_t worker)
{
    switch (w->p->workload) {
    case WORK_IO_WAIT:
    case WORK_LEGACY_IO:
        return request(w, task);
    case WORK_MIXED:
        return request(w, task) && compute(w);
    case WORK_DISK_IO:
        return use_disk(w);
    case WORK_CPU_HEAVY:
    case WORK_CPU_LIGHT:
        return compute(w);
    case WORK_SHARED_STATE:
        return compute_shared(w, task, worker);
    case WORK_SERIALISED:
        return compute_serialised(w);
    case WORK_SPAWN:
        return work_spawn(w->variant);
    default:
        BUG("not a workload of tasks");
    }
}
