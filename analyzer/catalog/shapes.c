/*
 * The schema: for each object the keys it may have, how each is read and where it goes. Words stand
 * in the order of their enum. Checks say what no single key can: "a wait needs its mutex".
 */
#include "catalog/shapes.h"

#include "catalog/cpu.h"
#include "catalog/read.h"

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))
#define WORDS(name, list) static const struct cat_words name = {list, COUNT(list)}
#define AT(T, key_, how_, need_)                                                                   \
    {.key = #key_, .how = how_, .need = need_, .offset = offsetof(T, key_)}
#define AS(T, key_, member, how_, need_)                                                           \
    {.key = key_, .how = how_, .need = need_, .offset = offsetof(T, member)}
#define WORD(T, key_, member, need_, words_)                                                       \
    {.key = key_, .how = HOW_WORD, .need = need_, .offset = offsetof(T, member), .words = &(words_)}
#define LIST(T, key_, items, count, shape_)                                                        \
    {.key = key_, .how = HOW_LIST, .offset = offsetof(T, items),                                   \
     .count_offset = offsetof(T, count), .shape = &(shape_)}
#define OBJECT(T, key_, shape_)                                                                    \
    {.key = #key_, .how = HOW_OBJECT, .offset = offsetof(T, key_), .shape = &(shape_)}
#define TEST(key_, test_) {.key = key_, .how = HOW_TEST, .need = NEED_ONE_OF, .number = test_}
#define SHAPE(name, fields_, T, check_)                                                            \
    const struct cat_shape name = {fields_, COUNT(fields_), sizeof(T), check_}

/* ---- words ---- */
const char *const cat_device_words[CAT_DEVICES] = {
    [DEV_DNS] = "dns",     [DEV_NET] = "net",     [DEV_DISK] = "disk",
    [DEV_SYNC] = "sync",   [DEV_CHILD] = "child", [DEV_DISK_META] = "disk_meta",
    [DEV_TIMER] = "timer", [DEV_LOCK] = "lock",   [DEV_WAIT] = "wait",
    [DEV_JOIN] = "join",   [DEV_TTY] = "tty",     [DEV_DB] = "db",
    [DEV_HTTP] = "http",   [DEV_IPC] = "ipc",     [DEV_FD] = "fd",
};
const char *const cat_domain_words[CAT_DOMAINS] = {
    [DOM_LOOP] = "loop",     [DOM_THREAD] = "thread", [DOM_POOL] = "pool", [DOM_CHILD] = "child",
    [DOM_SIGNAL] = "signal", [DOM_EXIT] = "exit",     [DOM_ONCE] = "once", [DOM_SYNC] = "sync",
};
static const char *const event_words[CAT_EVENTS] = {
    [EV_ANY] = "any",       [EV_READ] = "read",     [EV_WRITE] = "write", [EV_IO] = "io",
    [EV_TIMER] = "timer",   [EV_SIGNAL] = "signal", [EV_CHILD] = "child", [EV_IDLE] = "idle",
    [EV_ACCEPT] = "accept", [EV_DONE] = "done",     [EV_DNS] = "dns",     [EV_ASYNC] = "async",
};
static const char *const is_words[] = {
    [CAT_NULL] = "null",
    [CAT_NONNULL] = "nonnull",
    [CAT_NEGATIVE] = "negative",
    [CAT_ZERO_TIME] = "zero_time",
};
static const char *const wait_words[] = {[WAIT_MULTIPLEX] = "multiplex", [WAIT_RUN] = "run"};
static const char *const fd_words[] = {
    [FD_SOCKET] = "socket", [FD_PIPE] = "pipe",       [FD_FILE] = "file",
    [FD_EVENT] = "event",   [FD_TIMER] = "timer",     [FD_SIGNAL] = "signal",
    [FD_EPOLL] = "epoll",   [FD_INOTIFY] = "inotify", [FD_TTY] = "tty",
    [FD_DATAGRAM] = "datagram",
    [FD_ANY] = "any",
};
static const char *const op_words[] = {
    [LOCK_INIT] = "init",
    [LOCK_DESTROY] = "destroy",
    [LOCK_ACQUIRE] = "acquire",
    [LOCK_ACQUIRE_SHARED] = "acquire_shared",
    [LOCK_TRY] = "try",
    [LOCK_TRY_SHARED] = "try_shared",
    [LOCK_TIMED] = "timed",
    [LOCK_RELEASE] = "release",
    [LOCK_COND_WAIT] = "cond_wait",
    [LOCK_COND_SIGNAL] = "cond_signal",
    [LOCK_SEM_WAIT] = "sem_wait",
    [LOCK_SEM_POST] = "sem_post",
    [LOCK_BARRIER] = "barrier",
    [LOCK_ONCE] = "once",
};
static const char *const lock_words[] = {
    [LK_MUTEX] = "mutex", [LK_RWLOCK] = "rwlock",   [LK_SPIN] = "spin",           [LK_SEM] = "sem",
    [LK_COND] = "cond",   [LK_BARRIER] = "barrier", [LK_RECURSIVE] = "recursive",
};
static const char *const scale_words[] = {
    [SCALE_LINEAR] = "linear", [SCALE_N_LOG_N] = "n_log_n", [SCALE_SQUARE] = "square",
    [SCALE_CUBE] = "cube",     [SCALE_FOURTH] = "fourth",   [SCALE_POWER_OF_2] = "power_of_2",
};
static const char *const success_words[] = {"zero", "nonzero"};
static const char *const alloc_words[] = {
    [ALLOC_MALLOC] = "malloc", [ALLOC_CALLOC] = "calloc", [ALLOC_REALLOC] = "realloc",
    [ALLOC_FREE] = "free",     [ALLOC_STRDUP] = "strdup",
};
static const char *const process_words[] = {
    [PROC_FORK] = "fork",     [PROC_VFORK] = "vfork",   [PROC_EXEC] = "exec",
    [PROC_SPAWN] = "spawn",   [PROC_DAEMON] = "daemon", [PROC_SYSTEM] = "system",
    [PROC_POPEN] = "popen",   [PROC_EXIT] = "exit",     [PROC_EXIT_NOW] = "exit_now",
    [PROC_WAIT] = "wait",        [PROC_ISOLATE] = "isolate",
};
static const char *const spin_words[] = {
    [SPIN_YIELD] = "yield", [SPIN_RELAX] = "relax", [SPIN_LOOK] = "look",
    [SPIN_BUSY] = "busy",   [SPIN_READ] = "read",   [SPIN_PLAIN] = "plain",
};
static const char *const text_words[] = {
    [TEXT_COPY] = "copy",           [TEXT_APPEND] = "append", [TEXT_FORMAT] = "format",
    [TEXT_FORMAT_VA] = "format_va", [TEXT_CONCAT] = "concat",
};
static const char *const in_signal_words[CAT_IN_SIGNALS] = {
    [IN_SIGNAL_SAFE] = "safe",     [IN_SIGNAL_ERRNO] = "errno", [IN_SIGNAL_HEAP] = "heap",
    [IN_SIGNAL_STDIO] = "stdio",   [IN_SIGNAL_LOCK] = "lock",   [IN_SIGNAL_LOG] = "log",
    [IN_SIGNAL_STATE] = "state",   [IN_SIGNAL_EXIT] = "exit",   [IN_SIGNAL_JUMP] = "jump",
    [IN_SIGNAL_FORMAT] = "format", [IN_SIGNAL_OTHER] = "other",
};
WORDS(in_signals, in_signal_words);
WORDS(devices, cat_device_words);
WORDS(domains, cat_domain_words);
WORDS(events, event_words);
WORDS(tests, is_words);
WORDS(waits, wait_words);
WORDS(fd_kinds, fd_words);
WORDS(lock_ops, op_words);
WORDS(lock_kinds, lock_words);
WORDS(scales, scale_words);
WORDS(successes, success_words);
WORDS(allocs, alloc_words);
WORDS(processes, process_words);
WORDS(text_ops, text_words);
WORDS(spins, spin_words);

/* ---- conditions ---- */
static const struct cat_field cond_fields[] = {
    AT(struct cat_cond, arg, HOW_INDEX, NEED_ALWAYS),
    WORD(struct cat_cond, "is", test, NEED_ONE_OF, tests),
    TEST("equals", CAT_EQUALS),
    TEST("bits", CAT_BITS),
    TEST("no_bits", CAT_NO_BITS),
    AT(struct cat_cond, field, HOW_STRING, NEED_NOT),
    AT(struct cat_cond, name, HOW_STRING, NEED_NOT),
};
static SHAPE(cond_shape, cond_fields, struct cat_cond, NULL);
#define CONDS(T, key) LIST(T, #key, key.v, key.n, cond_shape)

/* ---- the parts of a function's entry ---- */
static const char *check_blocks(const void *record)
{
    const struct cat_blocks *b = record;
    if (b->worst_ms >= 0 && b->worst_ms < b->typical_ms)
        return "'worst_ms' is less than 'typical_ms'";
    if (b->device == DEV_FD && b->fd < 0)
        return "\"on\": \"fd\" needs the key 'fd'";
    return NULL;
}
static const struct cat_field duration_fields[] = {
    AS(struct cat_blocks, "arg", duration_arg, HOW_INDEX, NEED_ALWAYS),
    AS(struct cat_blocks, "ms", duration_ms, HOW_MS, NEED_ALWAYS),
};
static SHAPE(duration_shape, duration_fields, struct cat_blocks, NULL);
static const struct cat_field mode_fields[] = {
    AT(struct cat_blocks, set_by, HOW_STRING, NEED_ALWAYS),
    LIST(struct cat_blocks, "off", set_off.v, set_off.n, cond_shape),
};
static SHAPE(mode_shape, mode_fields, struct cat_blocks, NULL);
static const struct cat_field blocks_fields[] = {
    WORD(struct cat_blocks, "on", device, NEED_ALWAYS, devices),
    AT(struct cat_blocks, typical_ms, HOW_MS, NEED_ALWAYS),
    AT(struct cat_blocks, worst_ms, HOW_MS_OR_NULL, NEED_ALWAYS),
    AT(struct cat_blocks, fd, HOW_INDEX, NEED_NOT),
    CONDS(struct cat_blocks, when),
    CONDS(struct cat_blocks, unless),
    {.key = "duration", .how = HOW_INLINE, .shape = &duration_shape},
    AT(struct cat_blocks, guard, HOW_STRING, NEED_NOT),
    {.key = "mode", .how = HOW_INLINE, .shape = &mode_shape},
    AT(struct cat_blocks, fix, HOW_STRING, NEED_NOT),
};
static SHAPE(blocks_shape, blocks_fields, struct cat_blocks, check_blocks);

static const char *check_registers(const void *record)
{
    const struct cat_registers *r = record;
    return r->data_param >= 0 && r->data < 0 ? "'data_param' without 'arg'" : NULL;
}
static const struct cat_field registers_fields[] = {
    AT(struct cat_registers, cb, HOW_INDEX, NEED_ONE_OF),
    AT(struct cat_registers, table, HOW_INDEX, NEED_ONE_OF),
    AS(struct cat_registers, "arg", data, HOW_INDEX, NEED_NOT),
    AT(struct cat_registers, data_param, HOW_INDEX, NEED_NOT),
    AT(struct cat_registers, fd, HOW_INDEX, NEED_NOT),
    AT(struct cat_registers, ready_fd, HOW_INDEX, NEED_NOT),
    WORD(struct cat_registers, "domain", domain, NEED_ALWAYS, domains),
    WORD(struct cat_registers, "event", event, NEED_NOT, events),
    CONDS(struct cat_registers, when),
    AT(struct cat_registers, workers, HOW_INDEX, NEED_NOT),
    AS(struct cat_registers, "handle", returns_handle, HOW_HANDLE, NEED_NOT),
};
static SHAPE(registers_shape, registers_fields, struct cat_registers, check_registers);

static const struct cat_field waits_fields[] = {
    WORD(struct cat_waits, "kind", kind, NEED_ALWAYS, waits),
    CONDS(struct cat_waits, unless),
    AT(struct cat_waits, nfds, HOW_INDEX, NEED_NOT),
    AT(struct cat_waits, many, HOW_BOOL, NEED_NOT),
};
static SHAPE(waits_shape, waits_fields, struct cat_waits, NULL);

static const struct cat_field fd_fields[] = {
    WORD(struct cat_fd, "kind", kind, NEED_ALWAYS, fd_kinds),
    AT(struct cat_fd, returns, HOW_BOOL, NEED_ONE_OF),
    AT(struct cat_fd, out, HOW_INDEX, NEED_ONE_OF),
    CONDS(struct cat_fd, when),
    CONDS(struct cat_fd, nonblock),
    AT(struct cat_fd, always_nonblock, HOW_BOOL, NEED_NOT),
};
static SHAPE(fd_shape, fd_fields, struct cat_fd, NULL);

static const struct cat_field fd_mode_fields[] = {
    AT(struct cat_fd_mode, fd, HOW_INDEX, NEED_ALWAYS),
    AT(struct cat_fd_mode, nonblock, HOW_BOOL, NEED_ALWAYS),
    CONDS(struct cat_fd_mode, when),
};
static SHAPE(fd_mode_shape, fd_mode_fields, struct cat_fd_mode, NULL);

static const char *check_lock(const void *record)
{
    const struct cat_lock *l = record;
    return l->op == LOCK_COND_WAIT && l->mutex < 0 ? "a \"cond_wait\" needs the key 'mutex'" : NULL;
}
static const struct cat_field lock_fields[] = {
    WORD(struct cat_lock, "op", op, NEED_ALWAYS, lock_ops),
    WORD(struct cat_lock, "kind", kind, NEED_ALWAYS, lock_kinds),
    AT(struct cat_lock, lock, HOW_INDEX, NEED_ALWAYS),
    AT(struct cat_lock, mutex, HOW_INDEX, NEED_NOT),
    WORD(struct cat_lock, "success", success_nonzero, NEED_NOT, successes),
};
static SHAPE(lock_shape, lock_fields, struct cat_lock, check_lock);

static const struct cat_field nonreentrant_fields[] = {
    AT(struct cat_nonreentrant, state, HOW_STRING, NEED_ALWAYS),
    AT(struct cat_nonreentrant, group, HOW_STRING, NEED_ALWAYS),
    AT(struct cat_nonreentrant, use, HOW_STRING, NEED_NOT),
    AT(struct cat_nonreentrant, reads, HOW_BOOL, NEED_NOT),
    AT(struct cat_nonreentrant, guarded, HOW_BOOL, NEED_NOT),
    CONDS(struct cat_nonreentrant, when),
};
static SHAPE(nonreentrant_shape, nonreentrant_fields, struct cat_nonreentrant, NULL);

static const char *check_runs(const void *record)
{
    const struct cat_runs *r = record;
    int n = (r->shell >= 0) + (r->line >= 0) + (r->argv >= 0) + (r->list >= 0) + (r->options >= 0);
    if (r->options >= 0 && (!r->file_field || !r->argv_field))
        return "'options' needs the keys 'file_field' and 'argv_field'";
    return n == 1 ? NULL : "needs one of the keys 'shell', 'line', 'argv', 'list' and 'options'";
}
static const struct cat_field runs_fields[] = {
    AT(struct cat_runs, shell, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, line, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, file, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, argv, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, list, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, options, HOW_INDEX, NEED_NOT),
    AT(struct cat_runs, file_field, HOW_STRING, NEED_NOT),
    AT(struct cat_runs, argv_field, HOW_STRING, NEED_NOT),
};
static SHAPE(runs_shape, runs_fields, struct cat_runs, check_runs);

static const struct cat_field makes_fields[] = {
    WORD(struct cat_makes, "text", op, NEED_ALWAYS, text_ops),
    AT(struct cat_makes, to, HOW_INDEX, NEED_NOT),
    AT(struct cat_makes, out, HOW_INDEX, NEED_NOT),
    AT(struct cat_makes, from, HOW_INDEX, NEED_ALWAYS),
};
static SHAPE(makes_shape, makes_fields, struct cat_makes, NULL);

static const struct cat_field cpu_factor_fields[] = {
    AT(struct cat_cpu_factor, arg, HOW_INDEX, NEED_ALWAYS),
    WORD(struct cat_cpu_factor, "scale", scale, NEED_NOT, scales),
    AT(struct cat_cpu_factor, unit, HOW_STRING, NEED_NOT),
    AT(struct cat_cpu_factor, typical, HOW_NUMBER, NEED_NOT),
    AT(struct cat_cpu_factor, call, HOW_STRING, NEED_NOT),
};
static SHAPE(cpu_factor_shape, cpu_factor_fields, struct cat_cpu_factor, NULL);
static const struct cat_field cpu_fields[] = {
    AT(struct cat_cpu_term, ns, HOW_NUMBER, NEED_ALWAYS),
    LIST(struct cat_cpu_term, "by", by, n_by, cpu_factor_shape),
    CONDS(struct cat_cpu_term, when),
};
static SHAPE(cpu_shape, cpu_fields, struct cat_cpu_term, NULL);

static const struct cat_field again_fields[] = {
    AT(struct cat_again, cb, HOW_INDEX, NEED_NOT),
    AT(struct cat_again, handle, HOW_INDEX, NEED_NOT),
    CONDS(struct cat_again, when),
    AT(struct cat_again, stop, HOW_STRING, NEED_NOT),
    AT(struct cat_again, while_true, HOW_BOOL, NEED_NOT),
};
static SHAPE(again_shape, again_fields, struct cat_again, NULL);

/* ---- entries ---- */
static const char *check_function(const void *record)
{
    const struct cat_func *f = record;
    bool says = f->blocks || f->n_registers || f->waits || f->n_fds || f->n_fd_modes || f->lock ||
                f->alloc || f->memory.reads || f->memory.writes || f->memory.frees ||
                f->returns_arg >= 0 || f->process || f->noreturn || f->never_blocks ||
                f->n_nonreentrant || f->n_cpu || f->runs || f->makes || f->spin ||
                f->again;
    if (!says)
        return "says nothing about the function (\"never_blocks\": true if that is meant)";
    return f->blocks && f->never_blocks ? "both 'blocks' and 'never_blocks'" : NULL;
}
static const struct cat_field function_fields[] = {
    {.key = "name", .how = HOW_SKIP, .need = NEED_ALWAYS},
    AT(struct cat_func, source, HOW_STRING, NEED_BUILT_IN),
    OBJECT(struct cat_func, blocks, blocks_shape),
    LIST(struct cat_func, "registers", registers, n_registers, registers_shape),
    OBJECT(struct cat_func, waits, waits_shape),
    LIST(struct cat_func, "fds", fds, n_fds, fd_shape),
    LIST(struct cat_func, "fd_modes", fd_modes, n_fd_modes, fd_mode_shape),
    OBJECT(struct cat_func, lock, lock_shape),
    LIST(struct cat_func, "nonreentrant", nonreentrant, n_nonreentrant, nonreentrant_shape),
    WORD(struct cat_func, "alloc", alloc, NEED_NOT, allocs),
    AS(struct cat_func, "reads", memory.reads, HOW_ARGS, NEED_NOT),
    AS(struct cat_func, "writes", memory.writes, HOW_ARGS, NEED_NOT),
    AS(struct cat_func, "frees", memory.frees, HOW_ARGS, NEED_NOT),
    AT(struct cat_func, size, HOW_INDEX, NEED_NOT),
    AT(struct cat_func, returns_arg, HOW_INDEX, NEED_NOT),
    WORD(struct cat_func, "process", process, NEED_NOT, processes),
    OBJECT(struct cat_func, runs, runs_shape),
    OBJECT(struct cat_func, makes, makes_shape),
    WORD(struct cat_func, "spin", spin, NEED_NOT, spins),
    CONDS(struct cat_func, spin_when),
    OBJECT(struct cat_func, again, again_shape),
    AT(struct cat_func, noreturn, HOW_BOOL, NEED_NOT),
    AT(struct cat_func, never_blocks, HOW_BOOL, NEED_NOT),
    LIST(struct cat_func, "cpu", cpu, n_cpu, cpu_shape),
};
SHAPE(cat_function_shape, function_fields, struct cat_func, check_function);

static const struct cat_field handler_field_fields[] = {
    AT(struct cat_handler_field, record, HOW_STRING, NEED_ALWAYS),
    AT(struct cat_handler_field, field, HOW_STRING, NEED_ALWAYS),
    WORD(struct cat_handler_field, "domain", domain, NEED_ALWAYS, domains),
    WORD(struct cat_handler_field, "event", event, NEED_NOT, events),
    AT(struct cat_handler_field, ready_fd, HOW_INDEX, NEED_NOT),
    {.key = "source", .how = HOW_SKIP, .need = NEED_BUILT_IN},
};
SHAPE(cat_handler_field_shape, handler_field_fields, struct cat_handler_field, NULL);

static const char *check_command(const void *record)
{
    const struct cat_command *c = record;
    return !c->use == !c->prefix ? "needs one of the keys 'use' and 'prefix'" : NULL;
}
static const struct cat_field command_fields[] = {
    {.key = "name", .how = HOW_SKIP, .need = NEED_ALWAYS},
    AT(struct cat_command, use, HOW_STRING, NEED_NOT),
    AT(struct cat_command, source, HOW_STRING, NEED_NOT),
    {.key = "options", .how = HOW_STRINGS, .offset = offsetof(struct cat_command, options),
     .count_offset = offsetof(struct cat_command, n_options)},
    AT(struct cat_command, prefix, HOW_BOOL, NEED_NOT),
};
SHAPE(cat_command_shape, command_fields, struct cat_command, check_command);

static const struct cat_field framework_fields[] = {
    AT(struct cat_framework, label, HOW_STRING, NEED_ALWAYS),
    AT(struct cat_framework, offload, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, wake, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, threads_by, HOW_STRING, NEED_NOT),
    {.key = "loop_bound", .how = HOW_STRINGS, .offset = offsetof(struct cat_framework, loop_bound),
     .count_offset = offsetof(struct cat_framework, n_loop_bound)},
    AT(struct cat_framework, dns, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, timer, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, later, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, child, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, net, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, file, HOW_STRING, NEED_NOT),
    AT(struct cat_framework, signal, HOW_STRING, NEED_NOT),
};
SHAPE(cat_framework_shape, framework_fields, struct cat_framework, NULL);

static const struct cat_field signal_fields[] = {
    {.key = "name", .how = HOW_SKIP, .need = NEED_ALWAYS},
    WORD(struct cat_signal_entry, "is", is, NEED_ALWAYS, in_signals),
    {.key = "source", .how = HOW_SKIP, .need = NEED_BUILT_IN},
};
SHAPE(cat_signal_shape, signal_fields, struct cat_signal_entry, NULL);

static const struct cat_field root_fields[] = {
    {.key = "schema", .how = HOW_SCHEMA, .need = NEED_BUILT_IN},
    AT(struct cat_root, library, HOW_STRING, NEED_BUILT_IN),
    AT(struct cat_root, source, HOW_STRING, NEED_BUILT_IN),
    {.key = "framework", .how = HOW_SKIP},
    {.key = "functions", .how = HOW_SKIP},
    {.key = "handler_fields", .how = HOW_SKIP},
    {.key = "in_signal", .how = HOW_SKIP},
    {.key = "commands", .how = HOW_SKIP},
};
SHAPE(cat_root_shape, root_fields, struct cat_root, NULL);
