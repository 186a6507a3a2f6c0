/*
 * All units as one program: symbols merged, record types merged, function pointers resolved, the
 * call graph and its strongly connected components. Knows no catalog and no rule.
 *
 * Symbols: external names with one definition merge; several definitions of one external name
 * (several programs in one tree) stay apart, and a use binds to the definition in its own unit,
 * else in its own directory, else to all of them (EDGE_AMBIGUOUS). File statics stay apart by file;
 * a static inline function of a header merges by its place. Records merge by name, field names and
 * sizes (anonymous ones by place).
 */
#ifndef LINK_PROGRAM_H
#define LINK_PROGRAM_H

#include "unit/unit.h"

ID_TYPE(gsym_id);   /* program-wide symbol */
ID_TYPE(gfunc_id);  /* program-wide function with a body */
ID_TYPE(gfield_id); /* program-wide field of a record type */
ID_TYPE(grec_id);
ID_TYPE(site_id); /* a call op: dense over the program */
ID_TYPE(node_id); /* value-flow variable, see below */
ID_TYPE(obj_id);  /* value-flow object */

struct prog_sym {
    const char *name;
    uint8_t kind; /* enum sym_kind */
    uint8_t linkage;
    uint16_t flags;
    gfunc_id func;    /* body, 0 when undefined in the program */
    uint32_t unit;    /* of the definition, or of the first declaration */
    sym_id sym;       /* there */
};

struct prog_func {
    gsym_id sym;
    const char *name;
    uint32_t unit;    /* index into units */
    func_id func;     /* in that unit */
    uint32_t first_site, n_sites; /* its call sites, in op order */
    uint32_t scc;     /* index of its SCC; callees' SCCs come first (bottom-up order) */
    bool address_taken;
};

enum edge_kind {
    EDGE_DIRECT,
    EDGE_POINTER,   /* value flow shows that the pointer can hold this function */
    EDGE_SIGNATURE, /* nothing known of the pointer: same type only; low confidence */
    EDGE_AMBIGUOUS, /* several definitions of the name */
};
struct edge {
    gfunc_id to;
    uint8_t kind;
    obj_id obj; /* EDGE_POINTER: the function object, for flow_reason() */
};
struct site { /* one OP_CALL */
    gfunc_id caller;
    op_id op;        /* in the caller's unit */
    gsym_id callee;  /* direct callee (with or without body), 0 when through a pointer */
    uint32_t first_edge, n_edges; /* callees with bodies */
    bool unresolved; /* through a pointer, and no function is known for it */
};

struct program {
    struct arena *arena;
    const struct unit *const *units; /* [n_units] */
    uint32_t n_units;
    struct prog_sym *syms;   /* [1..n_syms) */
    uint32_t n_syms;
    struct prog_func *funcs; /* [1..n_funcs) sorted by (file, line, col, name) */
    uint32_t n_funcs;
    struct site *sites;      /* [1..n_sites) by function */
    uint32_t n_sites;
    struct edge *edges;
    uint32_t n_edges;
    gfunc_id *scc_funcs;     /* functions in bottom-up SCC order */
    uint32_t *scc_first;     /* [n_sccs + 1] into scc_funcs */
    uint32_t n_sccs;
    struct value_flow *flow;
    /* per unit: unit-local id to program id */
    gsym_id **unit_syms;     /* [unit][sym_id.v] */
    gfield_id **unit_fields; /* [unit][field_id.v] */
    grec_id **unit_records;
    uint32_t n_fields, n_records;
    const char **field_names;  /* [gfield] "record.field" */
    const char **record_names; /* [grec] */
};

/* Units must outlive the program. Deterministic: the result depends on the units in order only. */
struct program *program_link(struct arena *a, const struct unit *const *units, uint32_t n_units);

/* Here for their speed: everything asks them all the time. */
static inline const struct unit *program_unit(const struct program *p, gfunc_id f)
{
    ASSERT(f.v != 0 && f.v < p->n_funcs);
    return p->units[p->funcs[f.v].unit];
}

static inline const struct unit_func *program_func(const struct program *p, gfunc_id f)
{
    return &program_unit(p, f)->funcs[p->funcs[f.v].func.v];
}

site_id program_site(const struct program *p, gfunc_id f, op_id op); /* 0 when op is no call */
gfunc_id program_find_func(const struct program *p, const char *name, uint32_t nth);

/*
 * Value flow: which functions, call results and addresses can a variable hold. Inclusion-based
 * (Andersen 1994), flow- and context-insensitive, field-based: all instances of a record share one
 * node for each field; arrays are one node. Nodes: globals, locals, parameters, returns, fields,
 * pointees. Objects: functions, addresses of nodes, and the result of each call of a function
 * without a body in the program (its "origin": socket(), malloc(), open() ...), and what such a
 * call may store through a pointer argument (pipe(fds)). A function given to such a call may get
 * the call's void * arguments in its own void * parameters (pthread_create(&t, NULL, run, data)). A
 * variable that is only zero because nobody set it does not hold 0; one that is set to 0 does.
 */
enum obj_kind { OBJ_NONE, OBJ_FUNC, OBJ_ADDR, OBJ_RESULT, OBJ_OUT, OBJ_INT, OBJ_STR };
struct flow_obj {
    uint8_t kind;
    gfunc_id func;   /* OBJ_FUNC with a body */
    gsym_id sym;     /* OBJ_FUNC: the symbol (also external); OBJ_ADDR of a global: it;
                        OBJ_RESULT: the function that was called */
    node_id node;    /* OBJ_ADDR: what it points to; OBJ_RESULT, OBJ_OUT: the memory behind, or 0 */
    site_id site;    /* OBJ_RESULT, OBJ_OUT */
    int arg;         /* OBJ_OUT: argument index */
    int64_t num;     /* OBJ_INT */
};
struct obj_set {
    const obj_id *v; /* sorted */
    uint32_t n;
    bool open; /* may hold others too: parameters of externally visible functions without callers,
                  results of unresolved calls, integer arithmetic, more constants than are kept */
};
uint32_t flow_object_count(const struct program *p); /* ids are 1 .. count - 1 */
const struct flow_obj *flow_object(const struct program *p, obj_id o);
/* What the value v, evaluated in function f, can be. */
struct obj_set flow_value(const struct program *p, gfunc_id f, val_id v);
/* What the object at path can hold. */
struct obj_set flow_path(const struct program *p, gfunc_id f, path_id path);
/* Node of a path (0 when it has none), for comparing "is it the same variable or field". */
node_id flow_node(const struct program *p, gfunc_id f, path_id path);
gfield_id flow_node_field(const struct program *p, node_id n); /* 0: no field node */
gsym_id flow_node_sym(const struct program *p, node_id n);
/* Nodes by what they stand for, and what a node holds; for analyses over the whole solution. */
uint32_t flow_node_count(const struct program *p); /* ids are 1 .. count - 1 */
node_id flow_sym_node(const struct program *p, gsym_id sym);
node_id flow_field_node(const struct program *p, gfield_id field);
node_id flow_local_node(const struct program *p, gfunc_id f, uint32_t index); /* in its locals */
node_id flow_site_node(const struct program *p, site_id s); /* what the call returned */
gfunc_id flow_node_func(const struct program *p, node_id n); /* function of a local, else 0 */
struct obj_set flow_node_value(const struct program *p, node_id n);
/* Where obj first entered the chain that leads to value v: "stored into conn.handler at a.c:12:5",
 * "passed to add_event() at b.c:9". Appends one text line each, at most max, nearest first. */
void flow_reason(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t max,
                 struct buf *out);
/* The place where the function's address entered the value flow towards value v: the user's own
 * registration (`event_wrapper(on_read)`), even when the catalogued call is in a wrapper. */
bool flow_origin(const struct program *p, gfunc_id f, val_id v, obj_id obj, gfunc_id *where,
                 place_id *place);
/* The same with the unit that place belongs to: an initialiser lies in no function (where is 0, and
 * flow_origin() leaves place 0 then). */
bool flow_origin_at(const struct program *p, gfunc_id f, val_id v, obj_id obj, uint32_t *unit,
                    gfunc_id *where, place_id *place);

#endif
