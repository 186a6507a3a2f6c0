int old(a, b) int a; char *b; { return a + *b; }
int nested_fn(void) { int proto(int); return proto(1); }
typedef struct { int x; } anon_t;
int use(anon_t *t) { struct local { int y; } l = { t->x }; return l.y; }
