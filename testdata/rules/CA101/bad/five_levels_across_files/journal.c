#include "steps.h"

static int flush(int fd)
{
    return storage_commit(fd);
}

int journal_append(int fd, int state)
{
    return state > 0 ? flush(fd) : -1;
}
