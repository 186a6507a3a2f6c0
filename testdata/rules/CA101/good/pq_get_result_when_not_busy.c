// why: PQgetResult() does not wait while PQisBusy() says that it would not
// flags: -I/usr/include/postgresql
#include <event2/event.h>
#include <libpq-fe.h>

static void on_db_readable(evutil_socket_t fd, short what, void *arg)
{
    PGresult *r;

    (void)fd, (void)what;
    if (!PQconsumeInput(arg) || PQisBusy(arg))
        return;
    while (!PQisBusy(arg) && (r = PQgetResult(arg)))
        PQclear(r);
}

int main(void)
{
    struct event_base *base = event_base_new();
    PGconn *db = PQconnectdb("dbname=app");

    event_add(event_new(base, PQsocket(db), EV_READ | EV_PERSIST, on_db_readable, db), NULL);
    return event_base_dispatch(base);
}
