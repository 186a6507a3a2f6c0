/*
 * Linked into libFuzzer programs in the place of _exit(), by which a fault of ours ends the
 * program: only of a signal libFuzzer learns that the input is to be kept.
 */
#include <stdlib.h>

_Noreturn void __wrap__exit(int code);

void __wrap__exit(int code)
{
    (void)code;
    abort();
}
