/*
 * What the files of this room share. program_link() runs them in this order: records, symbols,
 * constraints (solved with calls resolved on the fly), call graph. Nobody outside includes this.
 *
 * Nodes are numbered without tables: symbols, then fields, locals by unit, returns by function,
 * call sites, then temporaries.
 */
#ifndef LINK_INTERNAL_H
#define LINK_INTERNAL_H

#include "link/solver.h"

/* Why something entered a node; for flow_reason(). */
enum cause_kind {
    CAUSE_NONE,   /* inside of one expression: not worth telling */
    CAUSE_STORE,  /* path: stored into */
    CAUSE_INIT,   /* path: set by the initialiser of */
    CAUSE_ARG,    /* passed to the function whose parameter the edge's target is */
    CAUSE_RETURN, /* returned by func */
    CAUSE_OUT,    /* written by an external function */
};
struct cause {
    uint8_t kind;
    gfunc_id func; /* where; 0 outside of functions */
    uint32_t unit;
    place_id place;
    path_id path;
};

/* A value is a node's content, or one object, or nothing known (both 0). */
struct vref {
    uint32_t node, obj;
};

/* A place in memory: `derefs` times through what `node` holds. */
struct place_ref {
    uint32_t node;
    uint32_t derefs;
};

struct alternatives { /* definitions that an ambiguous use may mean */
    uint32_t first, n;
};

struct frozen_set { /* the result for a representative */
    obj_id *objs;  /* sorted, without OPEN_OBJ */
    uint32_t *via; /* parallel: see struct solver_elem */
    uint32_t n;
    bool is_open;
};

struct value_flow {
    struct solver solver; /* its arena is gone after program_link; `after solving` has the copies */
    struct arena *arena;  /* the program's */
    uint32_t first_field, first_local, first_ret, first_site, first_temp, n_nodes;
    uint32_t *unit_local;      /* [n_units + 1] first local node of each unit */
    gfunc_id **unit_funcs;     /* [unit][func_id.v]: 0 for a body that another unit's stands for */
    struct alternatives *alts; /* [gsym] */
    VEC(gsym_id) alt_syms;
    VEC(gsym_id) alias_of; /* pairs of variables: alias, target */
    VEC(struct cause) causes;
    uint32_t *func_objs;     /* [gsym] */
    struct map addr_objs;    /* node -> obj */
    struct map int_objs;     /* index of the number -> obj */
    struct map const_nodes;  /* obj -> node that holds only it */
    struct map derefs;       /* pointer node -> node of what it points to */
    struct map composites;   /* function, value -> node */
    uint32_t str_obj, depth;
    struct vref *site_fn;    /* [site] the pointer that is called */
    uint32_t *site_cause, *site_obj; /* [site] */
    bool *site_external;     /* [site] calls a function without a body */
    bool *addr_taken, *is_called; /* [gfunc] */
    /* after solving */
    uint32_t *rep;           /* [node] index into sets */
    struct frozen_set *sets;
    const struct solver_edge *edges;
    const struct flow_obj *objs;
    uint32_t n_objs;
    struct map memo_values, memo_paths; /* function, value or path -> query_sets */
    VEC(struct obj_set) query_sets;
};

/* records.c, symbols.c */
void link_records(struct program *p);
void link_symbols(struct program *p);
const char *link_place_key(struct arena *a, const struct unit *u, place_id place);

/* nodes.c */
void link_nodes(struct program *p);
uint32_t node_local(const struct program *p, uint32_t unit, uint32_t local);
uint32_t node_param(const struct program *p, gfunc_id f, uint32_t index);
uint32_t node_return(const struct program *p, gfunc_id f);
uint32_t node_site(const struct program *p, site_id s);
void node_name(const struct program *p, uint32_t node, struct buf *out);
gfunc_id node_owner(const struct program *p, uint32_t node); /* function of a local, or 0 */

/*
 * refs.c: paths and values to nodes. With create, nodes and constraints that are missing are made;
 * without (queries), what is missing is 0. f is 0 for initialisers.
 */
struct place_ref ref_path(const struct program *p, gfunc_id f, uint32_t unit, path_id path,
                          bool create);
struct vref ref_load(const struct program *p, gfunc_id f, uint32_t unit, path_id path, bool create);
struct vref ref_value(const struct program *p, gfunc_id f, uint32_t unit, val_id v, bool create);
uint32_t ref_pointer(const struct program *p, struct place_ref r, bool create); /* but the last */
uint32_t ref_const_node(const struct program *p, uint32_t obj, uint32_t cause);
bool is_phi_like(const struct unit *u, const struct unit_val *v);

/* constraints.c, calls.c */
void link_constraints(struct program *p);
uint32_t cause_add(const struct program *p, struct cause c);
void value_into(const struct program *p, struct vref from, uint32_t dst, uint32_t cause);
void value_store(const struct program *p, struct vref from, struct place_ref to, uint32_t cause);
void call_build(struct program *p, site_id s);
void call_resolved(void *program, uint32_t site, uint32_t obj);
void call_open(struct program *p); /* after a first solution: who may be called from outside */

/* callgraph.c, signature.c, freeze.c */
void link_sites(struct program *p);
void link_edges(struct program *p);
void link_sccs(struct program *p);
void link_freeze(struct program *p);
uint64_t signature_of(const struct unit *u, type_id function);
bool call_fits(const struct program *p, site_id s, gfunc_id f);
const struct unit_op *site_op(const struct program *p, site_id s);

/* query.c, reason.c */
const struct frozen_set *frozen_get(const struct program *p, uint32_t node);
void reason_text(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t max,
                 const char *root_dir, const char *separator, struct buf *out);

#endif
