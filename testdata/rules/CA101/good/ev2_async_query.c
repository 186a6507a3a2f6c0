// why: PQsendQuery() only queues; rows are picked up when the socket becomes readable
// flags: -I/usr/include/postgresql
#include <event2/event.h>
#include <libpq-fe.h>

static void on_db_readable(evutil_socket_t fd, short what, void *arg)
{
    PGconn *db = arg;

    (void)fd, (void)what;
    if (!PQconsumeInput(db))
        return;
    while (!PQisBusy(db)) {
        PGresult *r = PQgetResult(db);

        if (!r)
            break;
        PQclear(r);
    }
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    PQsendQuery(arg, "select 1");
}

int main(void)
{
    struct event_base *base = event_base_new();
    PGconn *db = PQconnectdb("dbname=app");
    struct timeval every = {1, 0};
    struct event *readable, *tick;

    PQsetnonblocking(db, 1);
    readable = event_new(base, PQsocket(db), EV_READ | EV_PERSIST, on_db_readable, db);
    tick = event_new(base, -1, EV_PERSIST, on_tick, db);
    event_add(readable, NULL);
    event_add(tick, &every);
    return event_base_dispatch(base);
}
