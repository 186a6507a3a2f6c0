/* A journal that must survive a power cut: each entry is on the disk before the client hears of it. */
#define _GNU_SOURCE /* dprintf */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "server.h"

static int journal_fd = -1;

int journal_open(const char *path)
{
    journal_fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    return journal_fd >= 0 ? 0 : -1;
}

void journal_add(const char *verb, const char *arg)
{
    if (dprintf(journal_fd, "%s %s\n", verb, arg) > 0)
        fsync(journal_fd);
}
