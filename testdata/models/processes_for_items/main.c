// program: processes
#include <sys/wait.h>
#include <unistd.h>

extern int convert(const char *file);

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        pid_t pid = fork(); // unit: processes
        if (pid == 0)
            _exit(convert(argv[i]));
    }
    while (wait(NULL) > 0)
        continue;
    return 0;
}
