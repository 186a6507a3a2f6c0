// why: a query for each client, one client after the other
// flags: -I/usr/include/postgresql
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <libpq-fe.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

static PGconn *db;

static void answer(int client)
{
    char name[64] = {0};
    if (recv(client, name, sizeof name - 1, 0) <= 0)
        return;
    const char *values[] = {name};
    PGresult *r = PQexecParams(db, "select score from players where name = $1", 1, NULL, values,
                               NULL, NULL, 0);
    if (PQntuples(r) > 0)
        (void)send(client, PQgetvalue(r, 0, 0), strlen(PQgetvalue(r, 0, 0)), 0);
    PQclear(r);
}

int main(void) // expect: CA901
{
    int listener = listen_on(7003);
    db = PQconnectdb("dbname=game");
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            break;
        answer(client);
        close(client);
    }
    PQfinish(db);
    return 0;
}
