/*
 * Reads the command line, runs the command, ends with its exit code: the only exit of the program
 * that is not a fault of its own.
 */
#include <signal.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/config.h"
#include "cli/output.h"

static int run(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    struct err ERR_CLEANUP err = {0};
    struct options o;
    int code = EXIT_FAILED;
    if (options_parse(&arena, argc, argv, &o, &err) && config_apply(&arena, &o, &err))
        code = command_run(&arena, &o);
    else
        say("%s", buf_str(&err.text));
    arena_release(&arena);
    return code;
}

int main(int argc, char **argv)
{
    /* A reader that closes the pipe early ("| head") shows as a failed write, not as a signal;
     * so does a limit of file size. */
    if (signal(SIGPIPE, SIG_IGN) == SIG_ERR || signal(SIGXFSZ, SIG_IGN) == SIG_ERR)
        return EXIT_FAILED;
    exit(run(argc, argv));
}
