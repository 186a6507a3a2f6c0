struct known { int a; };
int before(struct known *k) { return k->a; }
int broken(struct known *k)
{
    k->a = 1;
    missing_t x = 3;
    k->a = undeclared;
    if (nothing(k))
        k->a = 2;
    k->nofield = 3;
    return k->a;
}
int after(struct known *k) { return k->a + 1; }
