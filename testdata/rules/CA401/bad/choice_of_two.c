// why: whichever line is chosen, a call does it
#include <stdlib.h>

int lock_file(int lock)
{
    const char *line;

    if (lock)
        line = "touch /run/app.lock";
    else
        line = "rm -f /run/app.lock";
    return system(line); // expect: CA401
}
