/*
 * Inside the escape analysis: objects that a function has taken out of where they were shared, so
 * that they are its own again: `j = queue->head; queue->head = j->next;`, an element of a ring
 * whose index then moves on, a list that is emptied as a whole, unlinking by the element's own
 * links. What such a function returns is taken too. Not taken any longer is what gets stored
 * again.
 */
#ifndef FLOW_TAKEN_H
#define FLOW_TAKEN_H

#include "flow/own.h"

struct taken {
    const struct flow_facts *flow;
    struct owners *owners;
    struct arena *arena;
    uint8_t *returns_memo; /* [gfunc] */
};
void taken_init(struct taken *t);
/* at: where it is used; what is done with it later does not count. */
bool taken_value(struct taken *t, gfunc_id func, op_id at, val_id v);
/* Is the object of the path (first dereference only) one that func has taken? */
bool taken_path(struct taken *t, gfunc_id func, op_id at, path_id path);

#endif
