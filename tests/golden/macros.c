int lock(int *), unlock(int *);
struct s { int l, v; };
#define WITH(s) for (int once = lock(&(s)->l); once; once = unlock(&(s)->l))
#define SET(s, x) do { (s)->v = (x); } while (0)
#define CALL(fn, ...) fn(__VA_ARGS__)
void f(struct s *s)
{
    WITH(s)
        SET(s, 3);
    CALL(lock, &s->l);
}
