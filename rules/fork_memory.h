/*
 * Variables on both sides of a fork: which of them only the child writes and only the parent reads,
 * and which the child waits for in vain. Looks at whole variables: globals, file and local statics,
 * and locals of the forking function, with their members and elements; and at memory that the
 * forking function has allocated.
 */
#ifndef RULES_FORK_MEMORY_H
#define RULES_FORK_MEMORY_H

#include "flow/fork.h"
#include "rules/rules.h"

struct fork_var { /* a global, or a local of the forking function */
    gsym_id sym;    /* 0: a local */
    gfunc_id func;
    uint32_t local;
    bool is_pointee; /* what the local points to: allocated by func */
    gfield_id field; /* of the record that the variable is; 0: all of it */
};
struct fork_write {
    struct fork_var var;
    gfunc_id func;      /* that writes, and where */
    op_id op;
    site_id via;        /* the call that writes (strcpy), 0 for an assignment */
    uint32_t visit;     /* of memory.walk; of the reader for news */
    gfunc_id read_func;
    op_id read_op;
    bool is_mapping;    /* mmap() and kin: the memory itself is the child's only */
    enum confidence conf;
};
struct fork_users {
    VEC(gfunc_id) funcs; /* in order, each once */
};
struct fork_memory {
    struct rule_context *ctx;
    struct fork_users *users; /* [gsym] functions that name the symbol */
    bool *parents;       /* [gfunc] run by the program outside of children */
    const struct fork_site *fork;
    struct walk walk;    /* of the child */
    bool *childs;        /* [gfunc] run by the child */
    bool *turn;          /* [block of the forking function] reached from the fork before a loop
                            around it begins its next turn */
    VEC(struct fork_write) writes, lost, news;
};

void fork_memory_init(struct rule_context *ctx, struct fork_memory *out);
/* Fills lost and news for this fork. */
void fork_memory_look(struct fork_memory *m, const struct fork_site *fork);

#endif
