// why: what the shell substitutes or loops over is not known; nor is a job in the background
#include <stdlib.h>

int odd_lines(void)
{
    if (system("kill $(cat /run/other.pid | decode-pid)"))
        return -1;
    if (system("for f in /var/spool/*; do convert $f $f.png; done"))
        return -1;
    return system("rm -rf /var/cache/app/old &");
}
