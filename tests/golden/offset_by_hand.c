struct list { struct list *next; };
struct dev { int id; struct list node; };
#define container_of(p, t, m) ((t *)((char *)(p) - (unsigned long)&((t *)0)->m))
int f(struct list *l)
{
    int here = 0;
    unsigned long a = (unsigned long)&here;
    return container_of(l, struct dev, node)->id + (a != 0);
}
