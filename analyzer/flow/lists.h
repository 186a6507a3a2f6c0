/*
 * Loops over linked lists: `for (p = head; p; p = p->next)`, with the next element read before the
 * body (`next = p->next; free(p); p = next`), and those that pop (`while ((p = head)) { head =
 * p->next; ... }`). Known by the shape of the stores, not by names: a pointer to a record gets what
 * a field of that record holds, and the field points to the same kind of record.
 */
#ifndef FLOW_LISTS_H
#define FLOW_LISTS_H

#include "flow/shape.h"

struct list_loop {
    bool is_list;
    path_id var;    /* the pointer that goes from element to element: a whole local */
    field_id link;  /* of the element's record */
    record_id elem; /* what var points to */
    path_id head;   /* what the first element was loaded from; 0: not known */
};
struct list_loop list_loop_find(const struct func_shape *s, loop_id loop);
/* The record behind a pointer type; 0: it is none. */
record_id list_pointee(const struct unit *u, type_id t);
/* The path that a value was loaded from, followed through copies in locals; 0: another value. */
path_id list_source(const struct func_shape *s, val_id v);

#endif
