// why: of the record's members the child's helper fills two, and the parent prints one of them
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct job {
    const char *file;
    unsigned long lines, longest;
    int error;
};

static void count(struct job *job, FILE *f)
{
    char line[512];

    while (fgets(line, sizeof line, f)) {
        unsigned long n = strlen(line);
        job->lines++;
        if (n > job->longest)
            job->longest = n;
    }
}

static void work(struct job *job)
{
    FILE *f = fopen(job->file, "r");

    if (!f)
        _exit(1);
    count(job, f);
    fclose(f);
}

int main(int argc, char **argv)
{
    struct job job = {.file = argc > 1 ? argv[1] : "/etc/passwd"};
    int status;
    pid_t pid = fork();

    if (pid < 0)
        return 1;
    if (pid == 0) {
        work(&job); // expect: CA202
        _exit(0);
    }
    waitpid(pid, &status, 0);
    printf("%s: %lu lines\n", job.file, job.lines);
    return 0;
}
