// why: whether a file exists is asked with a shell and an if
#include <stdlib.h>

int has_license(void)
{
    int status = system("if [ -f /etc/app/license ]; then exit_code=0; else false; fi"); // expect: CA401
    return status == 0;
}
