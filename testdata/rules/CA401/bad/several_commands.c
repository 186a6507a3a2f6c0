// why: one line with several small commands, joined by && and ;
#include <stdlib.h>

#define STATE "/var/lib/agent"

int reset_state(void)
{
    return system("cd " STATE " && rm -f *.lock; touch ready && chmod 644 ready"); // expect: CA401
}
