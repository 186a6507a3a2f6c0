/*
 * What library functions do: the JSON files in rules/catalog, built into the program, extended or
 * overridden by the user's .concadvise.json. Data only; schema-checked at load, with file, entry
 * and key in each message. Read by flow, domains and rules; never by extract or link.
 *
 * Argument indexes count from 0. A missing property is -1 for indexes, 0 or NULL else.
 */
#ifndef CATALOG_CATALOG_H
#define CATALOG_CATALOG_H

#include "base/base.h"
#include "catalog/commands.h"
#include "catalog/conds.h"

/* ---- blocking ---- */
enum cat_device {
    DEV_NONE,
    DEV_DNS,
    DEV_NET,
    DEV_DISK,      /* data: read, write of regular files */
    DEV_DISK_META, /* open, stat, unlink, rename ... */
    DEV_SYNC,      /* fsync and kin */
    DEV_CHILD,     /* waits for a process */
    DEV_TIMER,     /* sleeps */
    DEV_LOCK,      /* mutex: CA103/CA303, not CA101 */
    DEV_WAIT,      /* condition variable, semaphore, barrier, future */
    DEV_JOIN,      /* thread join */
    DEV_TTY,
    DEV_DB,
    DEV_HTTP,
    DEV_IPC,       /* message queues, file locks, D-Bus ... */
    DEV_FD,        /* whatever the descriptor is: decided by the fd argument's origin */
    CAT_DEVICES
};
struct cat_blocks {
    enum cat_device device;
    double typical_ms, worst_ms; /* worst < 0: no bound */
    /* blocks only while this descriptor argument is in blocking mode */
    int fd;
    struct cat_conds when, unless;
    int duration_arg; /* sleeps: argument that holds the duration */
    double duration_ms; /* how many ms one unit of it is */
    /* these may be NULL */
    const char *guard;  /* tells whether this one would wait: PQisBusy() */
    const char *set_by; /* switches the object to not waiting, when all of set_off hold for it */
    struct cat_conds set_off;
    const char *fix;    /* what to call instead, in one phrase */
};

/* ---- callbacks ---- */
enum cat_domain {
    DOM_NONE,
    DOM_LOOP,   /* runs on the loop's thread */
    DOM_THREAD, /* entry of a new thread */
    DOM_POOL,   /* runs on a worker of a pool */
    DOM_CHILD,  /* runs in a forked child */
    DOM_SIGNAL, /* signal handler */
    DOM_EXIT,   /* at exit */
    DOM_ONCE,   /* pthread_once and kin: runs in the caller, once */
    DOM_SYNC,   /* called back before the call returns (qsort): a call edge */
    CAT_DOMAINS
};
enum cat_event {
    EV_ANY,
    EV_READ,
    EV_WRITE,
    EV_IO,
    EV_TIMER,
    EV_SIGNAL,
    EV_CHILD,
    EV_IDLE,
    EV_ACCEPT,
    EV_DONE,
    EV_DNS,
    EV_ASYNC,
    CAT_EVENTS
};
struct cat_registers {
    int cb;        /* argument that is the callback */
    int table;     /* argument that points to a record of callbacks: all its function fields */
    int data;      /* argument handed to the callback, -1 */
    int data_param; /* which parameter of the callback receives it, -1 */
    int fd;        /* argument that is the watched descriptor */
    int ready_fd;  /* parameter of the callback that is the ready descriptor */
    enum cat_domain domain;
    enum cat_event event;
    struct cat_conds when;
    int workers;   /* argument that says how many threads run it at once */
    int returns_handle; /* argument that receives the thread id (out pointer), -2: result, -1 */
};
/* Callbacks that are stored in a field, not passed (libev, wl_listener). The record "*" is any. */
struct cat_handler_field {
    const char *record, *field, *library;
    enum cat_domain domain;
    enum cat_event event;
    int ready_fd;
};

/* ---- waits and loops ---- */
enum cat_wait {
    WAIT_NONE,
    WAIT_MULTIPLEX, /* epoll_wait, poll, select */
    WAIT_RUN,       /* uv_run: waits and dispatches registered callbacks */
};
struct cat_waits {
    enum cat_wait kind;
    struct cat_conds unless; /* e.g. time-out 0: only looks */
    int nfds;                /* argument with the number of descriptors, -1 */
    bool many;               /* kqueue, epoll, io_uring: made for many descriptors */
};

/* ---- descriptors ---- */
enum cat_fd_kind { FD_NONE, FD_SOCKET, FD_PIPE, FD_FILE, FD_EVENT, FD_TIMER, FD_SIGNAL, FD_EPOLL,
                   FD_INOTIFY, FD_TTY, FD_DATAGRAM, FD_ANY };
struct cat_fd {
    enum cat_fd_kind kind;
    bool returns;               /* the result is the descriptor */
    int out;                    /* argument: pointer to it or to an array of them */
    struct cat_conds when;      /* is made by this call only when all hold; the first that fits */
    struct cat_conds nonblock;  /* non-blocking from birth when all hold */
    bool always_nonblock;
};
struct cat_fd_mode { /* fcntl, ioctl(FIONBIO), evutil_make_socket_nonblocking */
    int fd;
    struct cat_conds when;
    bool nonblock; /* false: makes it blocking */
};

/* ---- locks ---- */
enum cat_lock_op { LOCK_NONE, LOCK_INIT, LOCK_DESTROY, LOCK_ACQUIRE, LOCK_ACQUIRE_SHARED, LOCK_TRY,
                   LOCK_TRY_SHARED, LOCK_TIMED, LOCK_RELEASE, LOCK_COND_WAIT, LOCK_COND_SIGNAL,
                   LOCK_SEM_WAIT, LOCK_SEM_POST, LOCK_BARRIER, LOCK_ONCE };
enum cat_lock_kind { LK_MUTEX, LK_RWLOCK, LK_SPIN, LK_SEM, LK_COND, LK_BARRIER, LK_RECURSIVE };
struct cat_lock {
    enum cat_lock_op op;
    enum cat_lock_kind kind;
    int lock;  /* argument: pointer to the lock */
    int mutex; /* cond waits: argument with the mutex */
    /* try/timed: 1 when a true result means acquired; 0 when 0 means acquired */
    int success_nonzero;
};

enum cat_alloc { ALLOC_NONE, ALLOC_MALLOC, ALLOC_CALLOC, ALLOC_REALLOC, ALLOC_FREE, ALLOC_STRDUP };
/* Memory behind pointer arguments: bit i is argument i. A call touches what a pointer argument
 * points to, not the argument itself; what it reaches through further pointers is not told. */
struct cat_memory {
    uint32_t reads, writes, frees;
};

/* State that a function keeps between calls or shares with others: calls of one group from two
 * threads race, unless both only read it. */
struct cat_nonreentrant {
    const char *state; /* "the static struct tm of localtime()" */
    const char *group; /* "tm" */
    const char *use;   /* what to call instead, in one phrase; may be NULL */
    bool reads;        /* getenv: looks at the state, and does not change it */
    bool guarded;      /* the usual libraries lock it, or keep one for each thread (rand) */
    struct cat_conds when; /* only when all hold: tmpnam(NULL) */
};

struct cat_cpu_term;
struct cat_func {
    const char *name, *library, *source; /* source: the manual page or header of the claim */
    const char *file;                    /* catalog file, for messages */
    const struct cat_blocks *blocks;     /* NULL: is not known to block */
    const struct cat_registers *registers;
    uint32_t n_registers;
    const struct cat_waits *waits;
    const struct cat_fd *fds;
    uint32_t n_fds;
    const struct cat_fd_mode *fd_modes;
    uint32_t n_fd_modes;
    const struct cat_lock *lock;
    const struct cat_nonreentrant *nonreentrant;
    uint32_t n_nonreentrant;
    enum cat_alloc alloc;
    struct cat_memory memory;
    int size;        /* argument with the number of bytes (or of elements) touched, -1 */
    int returns_arg; /* the result is this argument, or points into it (strchr), -1 */
    enum cat_process process;
    const struct cat_runs *runs;
    const struct cat_makes *makes;
    enum cat_spin spin;
    struct cat_conds spin_when; /* only when all hold: kill(pid, 0) */
    const struct cat_again *again;
    bool noreturn;
    bool never_blocks; /* stated: keeps an override from being needed */
    const struct cat_cpu_term *cpu; /* of cpu.h: what one call computes, as a sum */
    uint32_t n_cpu;
};

/* How a framework names its remedies: chosen by the library whose registration made the domain. */
struct cat_framework {
    const char *library;  /* "libuv" */
    const char *label;    /* "libuv callback" */
    const char *offload;  /* "uv_queue_work() and finish in after_work_cb" */
    const char *threads_by; /* call that makes it usable from any thread; NULL: none */
    const char *const *loop_bound; /* its functions that only the loop's thread may call */
    uint32_t n_loop_bound;
    const char *wake;     /* "uv_async_send()" */
    const char *dns;      /* "uv_getaddrinfo() with a callback", NULL: use offload */
    const char *timer;    /* "uv_timer_start()" */
    const char *later;    /* goes on with work in the loop's next turn: "uv_idle_start()" */
    const char *child;    /* "uv_spawn() with exit_cb" */
    const char *net;      /* "uv_tcp_connect(), uv_read_start(), uv_write()" */
    const char *file;     /* "uv_fs_*() with a callback" */
    const char *signal;   /* "uv_signal_start()" */
    const char *source;
};

struct catalog; /* opaque */

/* The built-in catalogs, then each user text in order (later ones override by function name). */
MUST_USE bool catalog_load(struct arena *a, const char *const *user_texts,
                           const char *const *user_names, uint32_t n_user,
                           const struct catalog **out, struct err *err);
const struct cat_func *catalog_find(const struct catalog *c, const char *name); /* NULL: unknown */
const struct cat_handler_field *catalog_handler_field(const struct catalog *c, const char *record,
                                                      const char *field);
/* The framework that lists the function as loop_bound; NULL: none. */
const struct cat_framework *catalog_loop_bound(const struct catalog *c, const char *function);
const struct cat_framework *catalog_framework(const struct catalog *c, const char *library);
/* The i-th entry of that name, from 0, in the order of its text; NULL when there is none. A user's
 * entries of a name replace the built-in ones. */
const struct cat_command *catalog_command(const struct catalog *c, const char *name, uint32_t i);
uint32_t catalog_count(const struct catalog *c); /* functions with modelled effects */
const struct cat_func *catalog_at(const struct catalog *c, uint32_t i); /* sorted by name */
const char *cat_device_name(enum cat_device d); /* "dns", "net", ... */
const char *cat_domain_name(enum cat_domain d);

#endif
