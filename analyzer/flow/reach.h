/*
 * Inside the escape analysis: objects of the whole program and which of them others can reach. An
 * object is a variable (its node), or what an allocating call returned. What an allocator of the
 * program's own returns is one object for each type it is used as: the call that allocates is the
 * same for all of them.
 */
#ifndef FLOW_REACH_H
#define FLOW_REACH_H

#include "flow/slot.h"

ID_TYPE(mem_id);

enum {
    REACH_GLOBAL = 1, /* from a global variable */
    REACH_EACH = 2,   /* handed to a thread or callback, made for it alone */
    REACH_HANDED = 4, /* handed to several */
    REACH_SHARED_MAP = 8, /* memory that forked children share */
};
enum { REC_ANY = 0 }; /* types of memory: a record, any, or none (text, numbers) */

struct mem {
    node_id node; /* variable, field whose address is taken */
    obj_id obj;   /* allocated: node is 0 */
    uint32_t type;
    uint8_t bits;
    uint32_t first_type; /* index + 1 into types: records it is known to be or to hold */
};
struct mem_type {
    uint32_t rec, next;
};
struct reach {
    const struct flow_facts *flow;
    struct arena *arena;
    struct owners *owners;
    struct slots *slots;
    VEC(struct mem) mems; /* 0: none */
    VEC(struct mem_type) types;
    struct map by_key, type_seen, set_seen;
    uint8_t *rec_bits;     /* [grec] some instance of it */
    uint32_t *rec_first;   /* [grec + 1] into rec_fields */
    gfield_id *rec_fields;
    uint32_t *field_unit;  /* [gfield] a unit that knows it */
    field_id *field_local; /* [gfield] its id there */
    grec_id *field_rec;    /* [gfield] the record that it is in */
    mem_id *rec_only;      /* [grec] made on first use; SEVERAL when there are several */
    VEC(uint64_t) work;    /* mem, or record with the high bit */
};
void reach_init(struct reach *r); /* flow, arena, owners and slots are set */

uint32_t reach_scalar(const struct reach *r); /* the type of text and numbers */
uint32_t reach_rec_of(const struct reach *r, uint32_t unit, type_id t); /* record, 0: none */
uint32_t reach_pointee(const struct reach *r, uint32_t unit, type_id t); /* of a pointer type */
uint32_t reach_field_pointee(const struct reach *r, gfield_id f);
mem_id reach_var(struct reach *r, node_id node);
mem_id reach_obj(struct reach *r, obj_id o, uint32_t type); /* 0: no memory */
/* Bits of the object, also those it has as memory of any type. */
uint8_t reach_bits(struct reach *r, mem_id m);
struct obj_set reach_content(const struct reach *r, mem_id m);
/* The only object that is or holds a record of this type; 0 when there are none or several. */
mem_id reach_only_of(struct reach *r, uint32_t rec);
bool reach_is_single(struct reach *r, mem_id m); /* one object in the whole run */

#endif
