int get(void);
#define max(a, b) ({ int _a = (a), _b = (b); _a > _b ? _a : _b; })
struct link { struct link *next; };
struct item { int v; struct link l; };
#define container_of(p, t, m) ({ const typeof(((t *)0)->m) *_p = (p); \
                                 (t *)((char *)_p - __builtin_offsetof(t, m)); })
int f(struct link *l)
{
    int x = max(get(), 3);
    struct item *it = container_of(l, struct item, l);
    ({ if (x) return 1; });
    return it->v;
}
