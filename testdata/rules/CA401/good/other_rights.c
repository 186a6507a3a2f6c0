// why: the child takes another user's rights before it removes the file: that needs a process
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int remove_as(uid_t uid, gid_t gid, const char *path)
{
    pid_t pid = fork();
    if (pid == 0) {
        if (setgid(gid) || setuid(uid))
            _exit(126);
        execl("/bin/rm", "rm", "-f", path, (char *)0);
        _exit(127);
    }
    return pid < 0 ? -1 : waitpid(pid, 0, 0) < 0;
}
