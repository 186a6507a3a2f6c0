// why: a line that needs the shell anyway: one of its commands is no small one
#include <stdio.h>
#include <stdlib.h>

int publish(const char *dir)
{
    char line[300];
    snprintf(line, sizeof line, "cd %s && make install && rm -f stamp", dir);
    if (system(line))
        return -1;
    return system("cat /var/log/app.log | mail -s log root");
}
