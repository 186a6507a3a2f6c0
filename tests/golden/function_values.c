void handler(int), other(int);
struct conn { void (*on)(int); };
void reg(void (*)(int), void *);
void f(struct conn *c, int k)
{
    void (*h)(int) = handler;
    c->on = &handler;
    c->on = k ? handler : other;
    reg(handler, c);
    reg(*other, 0);
    h = (void (*)(int))0;
}
