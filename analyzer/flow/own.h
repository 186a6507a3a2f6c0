/*
 * Inside the escape analysis: what a function makes itself, where that is kept, and from which op
 * on others can see it. Objects are tracked as bits: the function's parameters (what they point
 * to), its allocating calls, and its locals whose address is taken. Which variable or field can
 * hold which of them is found without regard to order; publication then follows the control
 * flow.
 */
#ifndef FLOW_OWN_H
#define FLOW_OWN_H

#include "flow/escape.h"
#include "flow/shape.h"

enum { OWN_PARAMS = 16, OWN_MAX = 64 };

struct own_bits {
    uint64_t mask;
    bool other;  /* something else too */
    bool self;   /* what hangs on a thread-specific slot: this thread's alone */
    bool behind; /* what such memory points to: its own records' chains, or what others share */
};

/* What callers need to know. Masks of parameters. */
struct own_summary {
    uint16_t published; /* may be stored in a global, handed to a thread, kept by who knows */
    uint16_t returned;
    uint16_t filled;    /* pointers are stored into what it points to */
    uint16_t into[OWN_PARAMS]; /* may be stored in the objects of these parameters */
    bool fresh;         /* returns what it allocated, or NULL; nobody else has it */
    bool self;          /* returns its thread's own slot, or NULL */
};

enum own_kind { OWN_PARAM, OWN_ALLOC, OWN_LOCAL };
struct own_thing {
    uint8_t kind;
    uint32_t index; /* of the parameter or local */
    op_id def;      /* OWN_ALLOC: the call */
    bool *out_at;   /* [block] may be published at its start; made on first use */
};
struct own_content { /* what a field of a tracked object may hold; field 0: no field */
    uint32_t of;
    gfield_id field;
    struct own_bits bits;
};
struct own_event { /* these become visible to others by op */
    op_id op;
    uint64_t mask;
};
struct own_link { /* stored in an object that is tracked too: visible once that one is */
    op_id op;
    uint64_t child, parent;
};
struct own_func {
    gfunc_id func;
    const struct func_shape *shape;
    struct own_thing things[OWN_MAX];
    uint32_t n;
    uint8_t *local_thing;  /* [local] index + 1 of the thing that it is */
    uint8_t *site_thing;   /* [site - first_site] index + 1 of what the call allocates */
    struct own_bits *holds; /* [local] */
    VEC(struct own_content) contents;
    uint64_t opaque;       /* contents not known: others have written to them */
    VEC(struct own_event) events;
    VEC(struct own_link) links;
    bool changed;
};

struct owners {
    const struct flow_facts *flow;
    struct arena *arena;
    struct own_summary *summaries; /* [gfunc] */
    struct own_func **funcs;       /* [gfunc] */
};
void owners_init(struct owners *o, const struct flow_facts *f);

static inline struct own_bits own_both(struct own_bits a, struct own_bits b)
{
    return (struct own_bits){.mask = a.mask | b.mask, .other = a.other || b.other,
                             .self = a.self || b.self, .behind = a.behind || b.behind};
}

/* Where a path leads: a variable, the tracked objects that a pointer can mean, or a pointer. */
enum own_place_kind { IN_VAR, IN_OBJECT, IS_VALUE };
struct own_place {
    enum own_place_kind kind;
    uint32_t var;         /* IN_VAR: local */
    struct own_bits bits; /* IN_OBJECT: the objects; IS_VALUE: what is pointed to */
    gfield_id field;      /* the last field, 0 */
};
struct own_place own_place_at(const struct owners *o, const struct own_func *f, path_id id,
                              uint32_t depth);
struct own_bits own_held(const struct own_func *f, const struct own_place *p);
/* What the field (0: any) of the objects may hold. */
struct own_bits own_contents(const struct own_func *f, struct own_bits objects, gfield_id field);
struct own_bits own_arg(const struct owners *o, const struct own_func *f, const struct unit_op *op,
                        uint32_t i, uint32_t depth);
struct own_bits own_value(const struct owners *o, const struct own_func *f, val_id v);
/* Does the call return an object that nobody else has: malloc(), an allocator of the program's own,
 * or one that is only known by its name (memory->alloc(n))? */
bool own_allocates(const struct owners *o, site_id site);
/* pthread_getspecific() and its kin */
bool own_is_slot(const struct owners *o, site_id site);
struct own_func *own_get(struct owners *o, gfunc_id func);
/* May one of the things be visible to others just before op? */
bool own_published(struct owners *o, struct own_func *f, uint64_t mask, op_id op);
/* The things that the object of a name can be; other: not only these. */
struct own_bits own_of_loc(struct owners *o, struct own_func *f, const struct locs *l, loc_id loc);

#endif
