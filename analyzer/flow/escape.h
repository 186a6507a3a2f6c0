/*
 * Which memory several threads can see. A location (flow/loc.h) is a name; here it becomes the
 * objects that the name can mean: variables, and what each allocating call returned. Objects get
 * out by being stored in globals, in fields of records that are out, or by being handed to a
 * thread, a pool or a child.
 *
 * Two ways to know: over the whole program by value flow, which tells objects of one record type
 * apart only by where they are kept; and inside of a function in the order of its ops, where what
 * was just allocated is its own until it is published. A function that returns fresh memory is an
 * allocator, each call of it makes an object of its own.
 *
 * Optimistic about library calls: what they are given they do not keep, unless the catalog says so.
 */
#ifndef FLOW_ESCAPE_H
#define FLOW_ESCAPE_H

#include "flow/loc.h"

enum share {
    SHARE_UNKNOWN, /* nothing is known of the object: low confidence at most */
    SHARE_PRIVATE, /* one thread only: locals, thread-local storage, heap that never gets out */
    SHARE_EACH,    /* handed to one thread or job each, its own argument; in no global */
    SHARE_SOME,    /* one of many that several threads reach: list nodes, elements of tables */
    SHARE_ONE,     /* one object for all that use the name */
};
enum alias {
    ALIAS_NO,      /* never the same memory */
    ALIAS_UNKNOWN, /* the same field, of objects of which nothing is known */
    ALIAS_SOME,    /* both can be any of several objects that they have in common */
    ALIAS_SAME,    /* one object */
};

struct escapes; /* opaque */
struct escapes *flow_escapes(const struct flow_facts *f); /* made on first use */

/* The object that loc, a name of func, lies in. func should be an entry, or any function for names
 * with a global root. */
enum share escape_share(struct escapes *e, gfunc_id func, loc_id loc);
/* Can the two names, each of its function, mean the same memory? Looks at fields and objects. For
 * two instances of one entry (a thread function that is started several times) pass the same
 * function twice, with two_instances. */
enum alias escape_alias(struct escapes *e, gfunc_id func_a, loc_id a, gfunc_id func_b, loc_id b,
                        bool two_instances);
/* Surely not the same memory: frames of two threads, or what is reached only through an argument
 * that each has for its own. Says no when in doubt: for locks. */
bool escape_surely_other(struct escapes *e, gfunc_id func_a, loc_id a, gfunc_id func_b, loc_id b,
                         bool two_instances);
/*
 * Does loc, at the op of func, lie in an object that func made (or got fresh from a callee) and
 * that nobody else can see yet: a local whose address has not gone out, heap that has not been
 * published? Ask at the access, and at each call that leads there with the location in the caller's
 * names: once it is owned it is no access of the caller's callers.
 */
bool escape_is_owned(struct escapes *e, gfunc_id func, op_id op, loc_id loc);
/* The same for what a parameter points to: may func, before op, have made it visible to others?
 * Then the access is not the caller's private one, even when the object was fresh at the call. */
bool escape_is_published(struct escapes *e, gfunc_id func, op_id op, loc_id loc);
/* Has func taken the object of the path (its first dereference) out of where it was shared, and not
 * put it back before the op at: popped from a list, from a ring? It is its own until then. */
bool escape_is_taken(struct escapes *e, gfunc_id func, op_id at, path_id path);
/* The same for what is passed as this argument of the call. */
bool escape_passes_taken(struct escapes *e, site_id site, uint32_t arg);
/* Does path, an array element (data[i].n, p->slots[i], or p->n with p = &data[i]), have an index
 * that each thread has for its own: from its argument, its thread-local storage, an atomic
 * counter? */
bool escape_own_slot(struct escapes *e, gfunc_id func, path_id path, op_id op);
/* Thread-local storage (of the thread that evaluates the name). False when its address gets out. */
bool escape_is_thread_local(struct escapes *e, gfunc_id func, loc_id loc);
/* Is the memory shared with forked children: mmap(MAP_SHARED), shmat()? */
bool escape_between_processes(struct escapes *e, gfunc_id func, loc_id loc);
/* Does control come to the op just once in the whole run of the program? */
bool escape_runs_once(struct escapes *e, gfunc_id func, op_id op);
/* The registering call at site gives each callback or thread that it starts another object (or a
 * mere number): allocated for it, or an element of an array by the loop's variable. */
bool escape_gives_own(struct escapes *e, site_id site);
/* Does the function return memory that it allocated (or NULL), stored nowhere: an allocator? */
bool escape_returns_fresh(struct escapes *e, gfunc_id func);

#endif
