// why: variables and env before the command do not make it larger
#include <stdlib.h>

void log_date(void)
{
    if (system("LC_ALL=C TZ=UTC date -u >> /var/log/app.log")) // expect: CA401
        abort();
    if (system("env LANG=C /bin/uname -a >> /var/log/app.log")) // expect: CA401
        abort();
}
