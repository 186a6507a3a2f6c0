// why: a print spooler removes each job's file by starting a shell and rm
#include <stdio.h>
#include <stdlib.h>

struct job {
    int id;
    const char *spool;
};

static void job_done(const struct job *job)
{
    char command[256];

    snprintf(command, sizeof command, "rm -f %s/job-%d.tmp", job->spool, job->id);
    if (system(command) != 0) // expect: CA401
        fprintf(stderr, "job %d: cannot remove its file\n", job->id);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        job_done(&(struct job){.id = i, .spool = argv[i]});
    return 0;
}
