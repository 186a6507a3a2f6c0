// why: programs with no small replacement: compressors, archives, remote shells, mail
#include <stdio.h>
#include <stdlib.h>

int ship(const char *file, const char *host)
{
    char line[512];

    snprintf(line, sizeof line, "gzip -9 %s", file);
    if (system(line))
        return -1;
    snprintf(line, sizeof line, "scp %s.gz %s:/in/ && ssh %s touch /in/done", file, host, host);
    if (system(line))
        return -1;
    FILE *mail = popen("/usr/sbin/sendmail -t", "w");
    return mail ? pclose(mail) : -1;
}
