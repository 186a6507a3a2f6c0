// why: the wrapper is in another file; only its callers know the program
#include "runner.h"

int main(int argc, char **argv)
{
    if (argc > 1 && run_quiet("rmdir", argv[1])) // expect: CA401
        return 1;
    if (argc > 2 && run_quiet("openssl verify", argv[2]))
        return 2;
    return run_quiet("sleep", "5"); // expect: CA401
}
