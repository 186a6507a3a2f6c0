/*
 * What happens to a measurement that does not end well, and what it leaves behind: the process that
 * measures is killed, a worker is killed, users are not served. The test adopts orphans, so a
 * process that was forgotten is its child.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "bench/bench.h"
#include "bench/server.h"

static struct bench_params params(enum bench_workload w, enum bench_model m, const char *variant)
{
    return (struct bench_params){.workload = w, .model = m, .variant = variant, .tasks = 200,
                                 .concurrency = 4, .io_us = 50000, .cpu_us = 50000,
                                 .payload = 100};
}

static void assert_no_children(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

/* The children of a process, oldest first; those that it does not have are 0. */
static void children_of(pid_t pid, pid_t *out, uint32_t n)
{
    char path[64], text[256] = "", *at = text;
    (void)snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    FILE *f = fopen(path, "re");
    size_t got = f ? fread(text, 1, sizeof text - 1, f) : 0;
    if (f)
        (void)fclose(f);
    text[got] = '\0';
    for (uint32_t i = 0; i < n; i++)
        out[i] = (pid_t)strtol(at, &at, 10);
}

static pid_t child_of(pid_t pid)
{
    pid_t first;
    children_of(pid, &first, 1);
    return first;
}

static pid_t last_child_of(pid_t pid, int depth)
{
    pid_t child = 0;
    for (int i = 0; i < depth && (pid = child_of(pid)) > 0; i++)
        child = pid;
    return pid > 0 ? child : 0;
}

static void run_and_exit(const struct bench_params *p)
{
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0};
    _exit(bench_run_once(p, &s, &e) ? 0 : 1);
}

/* Kills the measuring process while it has descendants so deep; they must end by themselves. */
static void kill_while_running(const struct bench_params *p, int depth)
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        run_and_exit(p);
    while (last_child_of(pid, depth) == 0)
        (void)usleep(1000);
    assert_int_equal(kill(pid, SIGKILL), 0);
    (void)alarm(60);
    while (waitpid(-1, NULL, 0) > 0)
        continue;
    assert_int_equal(errno, ECHILD);
    (void)alarm(0);
}

static void a_killed_parent_takes_all_with_it(void **state)
{
    (void)state;
    struct bench_params p = params(WORK_CPU_HEAVY, MODEL_PROCESSES, "");
    kill_while_running(&p, 2);
    p = params(WORK_CPU_HEAVY, MODEL_PROCESS_POOL, "");
    kill_while_running(&p, 2);
    p = params(WORK_CPU_HEAVY, MODEL_PROCESS_POOL, "shm");
    kill_while_running(&p, 2);
    p = params(WORK_CPU_HEAVY, MODEL_HYBRID, "");
    kill_while_running(&p, 2);
    p = params(WORK_IO_WAIT, MODEL_THREADS, "");
    kill_while_running(&p, 1);
    p = params(WORK_ENDPOINT, MODEL_EVENT_LOOP, "");
    p.duration_ms = p.timeout_ms = 60000;
    kill_while_running(&p, 1);
}

static void on_interrupt(int sig)
{
    (void)sig;
    bench_stop();
}

/* As the keyboard does it: the signal goes to the whole group that is in the foreground. */
static void an_interrupt_stops_and_leaves_nothing(void **state)
{
    (void)state;
    struct bench_params p = params(WORK_ENDPOINT, MODEL_THREAD_POOL, "");
    int status = 0;
    p.duration_ms = p.timeout_ms = 60000;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct bench_sample s;
        struct err e ERR_CLEANUP = {0};
        if (setpgid(0, 0) != 0 || signal(SIGINT, on_interrupt) == SIG_ERR)
            _exit(2);
        bool ok = bench_run_once(&p, &s, &e);
        bool none_left = waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD;
        _exit(!ok && none_left && strcmp(buf_str(&e.text), "stopped") == 0 ? 0 : 1);
    }
    while (last_child_of(pid, 1) == 0)
        (void)usleep(1000);
    (void)usleep(100000); /* at any moment; most often the users are there by now */
    assert_int_equal(kill(-pid, SIGINT), 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    assert_no_children();
}

static uint32_t files_in(const char *dir)
{
    uint32_t n = 0;
    DIR *d = opendir(dir);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += e->d_name[0] != '.';
    assert_int_equal(closedir(d), 0);
    return n;
}

static void files_have_no_names(void **state)
{
    (void)state;
    char dir[] = "/tmp/concadvise-bench-XXXXXX";
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0};
    struct bench_params p = params(WORK_DISK_IO, MODEL_THREADS, "");
    p.payload = 100000;
    assert_non_null(mkdtemp(dir));
    assert_int_equal(setenv("TMPDIR", dir, 1), 0);
    assert_true(bench_run_once(&p, &s, &e));
    assert_int_equal(s.done, p.tasks);
    assert_int_equal(files_in(dir), 0);
    p.tasks = 1000000;
    kill_while_running(&p, 1);
    assert_int_equal(files_in(dir), 0);
    assert_int_equal(rmdir(dir), 0);
    p.tasks = 3;
    assert_true(bench_run_once(&p, &s, &e)); /* no such directory: it runs, and no task is done */
    assert_int_equal(s.failed, 3);
    assert_int_equal(unsetenv("TMPDIR"), 0);
}

/* Children of the process that runs, in the order of their making: the helper itself, the server
 * when the workload needs one, and the run. */
enum { HELPER, SERVER, RUN_BESIDE_SERVER, CHILDREN, RUN_ALONE = SERVER };

/* A helper that kills the server of the next run, or else a worker, as soon as both are there. */
static pid_t start_killer(bool kills_server)
{
    pid_t me = getpid(), pid = fork();
    assert_true(pid >= 0);
    if (pid != 0)
        return pid;
    pid_t child[CHILDREN] = {0}, victim = 0;
    while (victim == 0) {
        (void)usleep(1000);
        children_of(me, child, CHILDREN);
        if (kills_server && child[RUN_BESIDE_SERVER] > 0)
            victim = child[SERVER];
        if (!kills_server && child[RUN_ALONE] > 0)
            victim = child_of(child[RUN_ALONE]);
    }
    _exit(child[HELPER] == getpid() && kill(victim, SIGKILL) == 0 ? 0 : 1);
}

static void assert_fails_when_killed(const struct bench_params *p, bool kills_server,
                                     const char *why)
{
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0};
    int status = 1;
    pid_t killer = start_killer(kills_server);
    assert_false(bench_run_once(p, &s, &e));
    assert_string_equal(buf_str(&e.text), why);
    assert_int_equal(waitpid(killer, &status, 0), killer);
    assert_int_equal(status, 0);
    assert_no_children();
}

static void a_killed_server_spoils_the_run(void **state)
{
    (void)state;
    struct bench_params p = params(WORK_IO_WAIT, MODEL_SEQUENTIAL, "");
    assert_fails_when_killed(&p, true, "bench: the server ended before its time");
}

static void a_killed_worker_ends_the_run(void **state)
{
    (void)state;
    static const char why[] = "bench: a worker ended before its time";
    struct bench_params p = params(WORK_CPU_HEAVY, MODEL_PROCESS_POOL, "");
    assert_fails_when_killed(&p, false, why);
    p.variant = "shm";
    assert_fails_when_killed(&p, false, why);
    p = params(WORK_CPU_HEAVY, MODEL_HYBRID, "");
    assert_fails_when_killed(&p, false, why);
    p = params(WORK_CPU_HEAVY, MODEL_LOOP_EXECUTOR, "process-pool");
    assert_fails_when_killed(&p, false, why);
}

/* In a child that may have no more than so many files and, where that is not 0 and the test can
 * become another user, threads and processes. */
static void assert_refused(const struct bench_params *p, rlim_t files, rlim_t processes,
                           const char *why)
{
    int status = 1;
    if (processes > 0 && geteuid() != 0)
        return; /* the user may have more than that already */
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct rlimit f = {files, files}, n = {processes, processes};
        struct bench_sample s;
        struct err e ERR_CLEANUP = {0};
        if (setrlimit(RLIMIT_NOFILE, &f) != 0 ||
            (processes > 0 && setrlimit(RLIMIT_NPROC, &n) != 0) ||
            (geteuid() == 0 && setuid(100000 + (uid_t)getpid()) != 0 && setuid(65534) != 0))
            _exit(2); /* a user of its own, so that nobody else uses up the limit */
        _exit(!bench_run_once(p, &s, &e) && strstr(buf_str(&e.text), why) ? 0 : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    assert_no_children();
}

static void limits_are_named(void **state)
{
    (void)state;
    struct bench_params p = params(WORK_IO_WAIT, MODEL_EVENT_LOOP, "");
    p.concurrency = 1000;
    assert_refused(&p, 500, 0, "1000 tasks at once need 1000 open files");
    p = params(WORK_IO_WAIT, MODEL_THREAD_POOL, "");
    p.concurrency = 100;
    assert_refused(&p, 500, 40, "of the pool: ");
    p.model = MODEL_THREADS;
    p.io_us = 10000000;
    assert_refused(&p, 500, 40, "cannot make the thread of task ");
    p.model = MODEL_PROCESSES;
    assert_refused(&p, 500, 40, "cannot make the process of task ");
    p.model = MODEL_PROCESS_POOL;
    assert_refused(&p, 500, 40, "cannot make worker process ");
    p.model = MODEL_HYBRID;
    p.variant = "threads";
    assert_refused(&p, 500, 40, "of a process: ");
}

/* 100 users, an upstream that takes 50 ms, 1 s of patience: one blocking call after the other
 * serves 20 of them. */
static void users_are_served_or_give_up(void **state)
{
    (void)state;
    static const enum bench_model models[] = {MODEL_EVENT_LOOP, MODEL_THREAD_POOL,
                                              MODEL_LOOP_EXECUTOR};
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0};
    for (uint32_t i = 0; i < 3; i++) {
        struct bench_params p = params(WORK_ENDPOINT, models[i], "");
        p.concurrency = 100;
        p.duration_ms = 500;
        p.timeout_ms = 10000;
        p.tasks = 0;
        assert_true(bench_run_once(&p, &s, &e));
        assert_true(s.done >= 40);
        assert_int_equal(s.failed, 0);
        assert_true(s.p50_ns >= 50000000);
        assert_int_equal(s.threads_peak, models[i] == MODEL_EVENT_LOOP ? 1 : 41);
        assert_no_children();
    }
    struct bench_params p = params(WORK_ENDPOINT, MODEL_EVENT_LOOP, "blocking");
    p.concurrency = 100;
    p.duration_ms = 2500;
    p.timeout_ms = 1000;
    assert_true(bench_run_once(&p, &s, &e));
    assert_true(s.done > 0);
    assert_true(s.failed > s.done);
    assert_int_equal(s.threads_peak, 1);
    assert_no_children();
}

static void servers_listen_on_loopback_only(void **state)
{
    (void)state;
    struct sockaddr_in sa = {0};
    socklen_t len = sizeof sa;
    uint16_t port = 0;
    int fd = server_listen(&port);
    assert_true(fd >= 0);
    assert_true(port > 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&sa, &len), 0);
    assert_int_equal(sa.sin_addr.s_addr, htonl(INADDR_LOOPBACK));
    assert_int_equal(ntohs(sa.sin_port), port);
    assert_int_equal(close(fd), 0);
}

static void ten_thousand_waits_at_once(void **state)
{
    (void)state;
    static const char *const variants[] = {"", "epoll"};
    for (uint32_t i = 0; i < 2; i++) {
        struct bench_sample s;
        struct err e ERR_CLEANUP = {0};
        struct bench_params p = params(WORK_IO_WAIT, MODEL_EVENT_LOOP, variants[i]);
        p.tasks = p.concurrency = 10000;
        p.io_us = 500000;
        if (!bench_run_once(&p, &s, &e)) /* only where so many files are allowed */
            assert_non_null(strstr(buf_str(&e.text), "open files"));
        else
            assert_int_equal(s.done, 10000);
        assert_no_children();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_parent_takes_all_with_it),
        cmocka_unit_test(an_interrupt_stops_and_leaves_nothing),
        cmocka_unit_test(files_have_no_names),
        cmocka_unit_test(a_killed_worker_ends_the_run),
        cmocka_unit_test(a_killed_server_spoils_the_run),
        cmocka_unit_test(limits_are_named),
        cmocka_unit_test(users_are_served_or_give_up),
        cmocka_unit_test(servers_listen_on_loopback_only),
        cmocka_unit_test(ten_thousand_waits_at_once),
    };
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
