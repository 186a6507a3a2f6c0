/*
 * What text a value is: string constants, and what formats, copies and concatenations make of them.
 * Whatever is not known is a hole in the text. Evaluated at one op, walking back over the ways that
 * lead there; a parameter is what one chain of callers passes for it.
 */
#ifndef FLOW_TEXT_H
#define FLOW_TEXT_H

#include "flow/flow.h"

enum { TEXT_HOLE = '\1' }; /* stands for text of any length */

/* One chain of calls, innermost first: func is entered by the call `via` of up->func. */
struct text_frame {
    gfunc_id func;
    site_id via; /* 0: the caller is not known */
    const struct text_frame *up;
};
struct texts {
    VEC(const char *) v; /* what it can be; none: nothing is known */
    bool needs_caller;   /* some part is a parameter of the outermost frame's function */
};

/* The text that v points to just before the op `at` of the frame's function. */
void text_of(struct arena *a, const struct flow_facts *f, const struct text_frame *frame, op_id at,
             val_id v, struct texts *out);
/* The texts in an array of strings, up to its null pointer; a hole for each that is not known.
 * False when the array is not known. needs_caller as above. */
struct text_words {
    VEC(const char *) v;
    bool needs_caller;
};
bool text_words_of(struct arena *a, const struct flow_facts *f, const struct text_frame *frame,
                   op_id at, val_id v, struct text_words *out);

#endif
