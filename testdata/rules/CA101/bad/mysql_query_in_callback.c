// why: a MySQL query waits for the server's answer
#include <uv.h>

typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
int mysql_query(MYSQL *mysql, const char *q);
unsigned long long mysql_insert_id(MYSQL *mysql);

struct store {
    MYSQL *db;
    unsigned long long last;
};

static int store_hit(struct store *s)
{
    if (mysql_query(s->db, "insert into hits values (now())") != 0) // expect: CA101
        return -1;
    s->last = mysql_insert_id(s->db);
    return 0;
}

static void on_timer(uv_timer_t *timer)
{
    if (store_hit(timer->data) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    static struct store store;
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &store;
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
