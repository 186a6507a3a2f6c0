// why: the same work on one loop: each user costs a descriptor, not a process
// flags: -D_GNU_SOURCE
#define USERS 200
#include "../blocking_request_on_loop/good.c"
