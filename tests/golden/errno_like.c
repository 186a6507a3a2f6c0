extern int *__errno_location(void);
#define errno (*__errno_location())
void *malloc(unsigned long);
struct s { int a; };
int f(void)
{
    errno = 0;
    struct s *p = malloc(sizeof *p);
    p->a = errno == 4;
    ((struct s *)malloc(8))->a = 1;
    return errno;
}
