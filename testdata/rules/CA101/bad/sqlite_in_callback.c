// why: a statement that writes waits for the disk and for other writers
#include <stddef.h>
#include <uv.h>

typedef struct sqlite3 sqlite3;
int sqlite3_exec(sqlite3 *db, const char *sql, int (*row)(void *, int, char **, char **), void *arg,
                 char **error);
int sqlite3_open(const char *file, sqlite3 **db);

static sqlite3 *db;

static void on_timer(uv_timer_t *timer)
{
    if (sqlite3_exec(db, "delete from sessions", NULL, NULL, NULL) != 0) // expect: CA101
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    if (sqlite3_open("app.db", &db) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
