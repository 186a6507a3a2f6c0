#include "steps.h"

int account_close(struct session *s)
{
    return journal_append(s->fd, s->state);
}
