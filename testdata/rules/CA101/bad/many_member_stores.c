// why: an interpreter with many stores from member to member: following them all would never end
#include <sys/epoll.h>
#include <unistd.h>
struct val { int type; union { int i; long l; } u; };
void put(struct val *);
void run(int *code)
{
    struct val r = {0};
    for (;; code++) {
        put(&r);
        switch (*code) {
        case 0: r.u.i = r.type; r.type = r.u.i; break;
        case 1: r.u.i = r.type; r.type = r.u.i; break;
        case 2: r.u.i = r.type; r.type = r.u.i; break;
        case 3: r.u.i = r.type; r.type = r.u.i; break;
        case 4: r.u.i = r.type; r.type = r.u.i; break;
        case 5: r.u.i = r.type; r.type = r.u.i; break;
        case 6: r.u.i = r.type; r.type = r.u.i; break;
        case 7: r.u.i = r.type; r.type = r.u.i; break;
        case 8: r.u.i = r.type; r.type = r.u.i; break;
        case 9: r.u.i = r.type; r.type = r.u.i; break;
        case 10: r.u.i = r.type; r.type = r.u.i; break;
        case 11: r.u.i = r.type; r.type = r.u.i; break;
        case 12: r.u.i = r.type; r.type = r.u.i; break;
        case 13: r.u.i = r.type; r.type = r.u.i; break;
        case 14: r.u.i = r.type; r.type = r.u.i; break;
        case 15: r.u.i = r.type; r.type = r.u.i; break;
        case 16: r.u.i = r.type; r.type = r.u.i; break;
        case 17: r.u.i = r.type; r.type = r.u.i; break;
        case 18: r.u.i = r.type; r.type = r.u.i; break;
        case 19: r.u.i = r.type; r.type = r.u.i; break;
        case 20: r.u.i = r.type; r.type = r.u.i; break;
        case 21: r.u.i = r.type; r.type = r.u.i; break;
        case 22: r.u.i = r.type; r.type = r.u.i; break;
        case 23: r.u.i = r.type; r.type = r.u.i; break;
        case 24: r.u.i = r.type; r.type = r.u.i; break;
        case 25: r.u.i = r.type; r.type = r.u.i; break;
        case 26: r.u.i = r.type; r.type = r.u.i; break;
        case 27: r.u.i = r.type; r.type = r.u.i; break;
        case 28: r.u.i = r.type; r.type = r.u.i; break;
        case 29: r.u.i = r.type; r.type = r.u.i; break;
        case 30: r.u.i = r.type; r.type = r.u.i; break;
        case 31: r.u.i = r.type; r.type = r.u.i; break;
        case 32: r.u.i = r.type; r.type = r.u.i; break;
        case 33: r.u.i = r.type; r.type = r.u.i; break;
        case 34: r.u.i = r.type; r.type = r.u.i; break;
        case 35: r.u.i = r.type; r.type = r.u.i; break;
        case 36: r.u.i = r.type; r.type = r.u.i; break;
        case 37: r.u.i = r.type; r.type = r.u.i; break;
        case 38: r.u.i = r.type; r.type = r.u.i; break;
        case 39: r.u.i = r.type; r.type = r.u.i; break;
        default: if (r.u.i) sleep(1); return; // expect: CA101
        }
    }
}
int main(int argc, char **argv)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0), code[4] = {argc};
    (void)argv;
    for (;;) if (epoll_wait(ep, ev, 8, -1) > 0) run(code);
}
