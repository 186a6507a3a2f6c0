// why: open_os() is never called here (redis leaves it out), yet its registrations count (lua loslib.c:39 os_execute)
#include <stdlib.h>
#include <sys/epoll.h>
typedef int (*fn)(void);
struct reg { const char *name; fn f; };
static fn table[64];
static int used;
static int os_execute(void) { return system("ls"); } // wrong: false CA101
static int str_len(void) { return 3; }
static const struct reg os_lib[] = {{"execute", os_execute}, {0}};
static const struct reg str_lib[] = {{"len", str_len}, {0}};
static void add_lib(const struct reg *r) { for (; r->name; r++) table[used++] = r->f; }
void open_os(void) { add_lib(os_lib); }
static void open_str(void) { add_lib(str_lib); }
int main(void)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0);
    open_str();
    for (;;) if (epoll_wait(ep, ev, 8, -1) > 0) table[ev[0].data.u32 % used]();
}
