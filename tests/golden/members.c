struct outer {
    int kind;
    union {
        struct { int x, y; };
        long both;
        struct inner { int z; } named;
    };
    struct { int deep[2]; } plain;
};
long f(struct outer *p, struct outer v)
{
    p->x = v.y;
    p->named.z = v.plain.deep[1];
    return p->both;
}
