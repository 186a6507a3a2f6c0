// why: the same work by calls
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int prepare(const char *dir, const char *old)
{
    char path[512];

    if (mkdir(dir, 0755) < 0 || chmod(dir, 0700) < 0)
        return -1;
    snprintf(path, sizeof path, "%s/ready", dir);
    int fd = open(path, O_WRONLY | O_CREAT, 0644);
    if (fd < 0)
        return -1;
    close(fd);
    unlink(old);
    DIR *d = opendir(dir);
    if (!d)
        return -1;
    for (struct dirent *e; (e = readdir(d));)
        puts(e->d_name);
    return closedir(d);
}
