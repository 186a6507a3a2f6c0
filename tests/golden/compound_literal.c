struct opt { int a; const char *name; };
void use(struct opt *), use_array(int *), set(int *);
void f(int n)
{
    use(&(struct opt){ .name = "x", .a = n });
    use_array((int[]){ 1, n });
    set(&(int){ n });
}
