// why: an HTTP request handler asks the database and waits for the rows
// flags: -I/usr/include/postgresql
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <libpq-fe.h>

static void handle_user(struct evhttp_request *req, void *arg)
{
    struct evbuffer *body = evbuffer_new();
    PGresult *rows;

    rows = PQexec(arg, "select name from users"); // expect: CA101
    evbuffer_add_printf(body, "%d users\n", PQntuples(rows));
    PQclear(rows);
    evhttp_send_reply(req, 200, "OK", body);
    evbuffer_free(body);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct evhttp *http = evhttp_new(base);
    PGconn *db = PQconnectdb("dbname=app");

    evhttp_set_cb(http, "/users", handle_user, db);
    evhttp_bind_socket(http, "127.0.0.1", 8080);
    event_base_dispatch(base);
    PQfinish(db);
    evhttp_free(http);
    event_base_free(base);
    return 0;
}
