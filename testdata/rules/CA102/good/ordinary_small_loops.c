// why: tables of a few hundred entries, strings and lists are what callbacks are made of
#include <string.h>
#include <uv.h>

#define SLOTS 1024

struct slot {
    struct slot *next;
    char name[32];
    int used;
};
static struct slot slots[SLOTS], *list;

static struct slot *find(const char *name)
{
    for (struct slot *s = list; s; s = s->next)
        if (!strcmp(s->name, name))
            return s;
    return NULL;
}

static unsigned hash(const char *s)
{
    unsigned h = 5381;
    while (*s)
        h = h * 33 + (unsigned char)*s++;
    return h;
}

static void on_timer(uv_timer_t *t)
{
    int used = 0;
    for (int i = 0; i < SLOTS; i++)
        for (int k = 0; k < 32; k++)
            used += slots[i].name[k] != 0;
    if (!find("x"))
        slots[hash("x") % SLOTS].used = used;
    *(int *)t->data = used;
}

int main(void)
{
    static int result;
    uv_timer_t timer;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &result;
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
