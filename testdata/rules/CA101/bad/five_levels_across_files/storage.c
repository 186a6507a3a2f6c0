#include "steps.h"

#include <unistd.h>

int storage_commit(int fd)
{
    return fdatasync(fd); // expect: CA101
}
