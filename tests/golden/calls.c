typedef int fn(int);
struct ops { fn *open; fn *tab[3]; };
int direct(int);
fn *pick(int);
int f(fn *cb, struct ops *o, int i, fn **pp)
{
    direct(1);
    (direct)(2);
    (*direct)(3);
    (&direct)(4);
    cb(5);
    (*cb)(6);
    o->open(7);
    o->tab[i](8);
    (**pp)(9);
    pick(1)(10);
    ((fn *)o)(11);
    return (i ? cb : direct)(12);
}
