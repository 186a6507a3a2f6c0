#include "steps.h"

void session_expire(struct session *s)
{
    if (s->state != 0 && account_close(s) == 0)
        s->state = 0;
}
