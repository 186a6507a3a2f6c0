struct pt { int x, y; } g, h, arr[3];
struct pt make(void);
void take(struct pt);
struct pt f(struct pt *p)
{
    struct pt a = make(), b = a;
    g = h;
    *p = arr[1];
    p[1] = (struct pt){ 1, .y = 2 };
    take(*p);
    b.x = make().y;
    return b;
}
