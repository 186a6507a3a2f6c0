/*
 * Text of paths, values and types, as C would write them. A selector that dereferences is held back
 * until the next one shows whether "->", "[...]" or a star in front is meant.
 *
 * Recursion is bounded by UNIT_MAX_DEPTH, the length of the text by a budget.
 */
#include <inttypes.h>
#include <string.h>

#include "unit/bytes.h"
#include "unit/print.h"

enum { NODES = 100, STRING_SHOWN = 60 };

struct printer printer_make(const struct unit *u, func_id f, enum print_style style,
                            struct buf *out)
{
    ASSERT(f.v < u->n_funcs);
    return (struct printer){u, f.v != 0 ? &u->funcs[f.v] : NULL, style, NODES, out};
}

size_t print_str_len(const struct unit *u, str_id s)
{
    ASSERT(s.v < u->n_str_ends);
    return s.v == 0 ? 0 : u->str_ends[s.v] - u->str_ends[s.v - 1] - 1;
}

void print_string(struct buf *out, const char *s, size_t n)
{
    buf_addc(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (i == STRING_SHOWN) {
            buf_adds(out, "...");
            break;
        }
        if (c == '\n')
            buf_adds(out, "\\n");
        else if (c == '"' || c == '\\')
            buf_addf(out, "\\%c", c);
        else if (c < ' ' || c == 0x7f)
            buf_addf(out, "\\%03o", c);
        else
            buf_addc(out, (char)c);
    }
    buf_addc(out, '"');
}

/* True when there is budget left for one more node. */
static bool spend(struct printer *p)
{
    if (p->budget > 0) {
        p->budget--;
        return true;
    }
    buf_adds(p->out, "...");
    return false;
}

static const char *str(const struct printer *p, str_id s)
{
    return unit_str(p->u, s);
}

static void print_op_number(struct printer *p, uint32_t op)
{
    buf_addf(p->out, "v%u", p->f != NULL ? op - p->f->ops.first + 1 : op);
}

static void print_result(struct printer *p, uint32_t op)
{
    const struct unit_op *o = &p->u->ops[op];
    if (p->style == PRINT_NUMBERS) {
        print_op_number(p, op);
        return;
    }
    if (o->kind == OP_CALL && o->callee.v != 0)
        buf_adds(p->out, str(p, p->u->syms[o->callee.v].name));
    else
        print_path(p, o->path);
    if (o->kind == OP_CALL)
        buf_adds(p->out, "()");
}

/* ---- paths ---- */

static void print_root(struct printer *p, const struct unit_path *path)
{
    const struct unit *u = p->u;
    switch (path->root) {
    case ROOT_SYM:
    case ROOT_FUNC:
        buf_adds(p->out, str(p, u->syms[path->id].name));
        break;
    case ROOT_PARAM:
        if (p->f != NULL && path->id < p->f->n_params &&
            u->locals[p->f->locals.first + path->id].name.v != 0)
            buf_adds(p->out, str(p, u->locals[p->f->locals.first + path->id].name));
        else
            buf_addf(p->out, "param%u", path->id);
        break;
    case ROOT_LOCAL:
        if (u->locals[path->id].name.v != 0)
            buf_adds(p->out, str(p, u->locals[path->id].name));
        else
            buf_addf(p->out, "tmp%u", p->f ? path->id - p->f->locals.first + 1 : path->id);
        break;
    case ROOT_CALL:
        print_result(p, path->id);
        break;
    case ROOT_VAL:
        print_val(p, (val_id){path->id});
        break;
    case ROOT_STR:
        print_string(p->out, str(p, (str_id){path->id}), print_str_len(u, (str_id){path->id}));
        break;
    default:
        buf_adds(p->out, "?");
        break;
    }
}

static void print_index(struct printer *p, const struct unit_sel *s)
{
    buf_addc(p->out, '[');
    if (s->kind == SEL_INDEX_CONST)
        buf_addf(p->out, "%" PRId64, s->num);
    else if (s->kind == SEL_INDEX_VAL)
        print_val(p, (val_id){s->id});
    else
        buf_addc(p->out, '?');
    buf_addc(p->out, ']');
}

/* How many "(*" stand in front: dereferences that no field or index follows. */
static unsigned count_stars(const struct unit *u, const struct unit_path *path)
{
    unsigned stars = 0;
    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *s = &u->sels[path->sels.first + i];
        if (s->kind == SEL_DEREF && (i + 1 == path->sels.n || s[1].kind == SEL_DEREF))
            stars++;
    }
    return stars;
}

void print_path(struct printer *p, path_id id)
{
    const struct unit *u = p->u;
    const struct unit_path *path = &u->paths[id.v];
    if (id.v == 0 || !spend(p)) {
        buf_adds(p->out, id.v == 0 ? "?" : "");
        return;
    }
    unsigned stars = count_stars(u, path);
    const struct unit_sel *sels = &u->sels[path->sels.first];
    bool is_last_star = path->sels.n > 0 && sels[path->sels.n - 1].kind == SEL_DEREF;
    for (unsigned i = 0; i < stars; i++)
        buf_adds(p->out, i == 0 && is_last_star ? "*" : "(*");
    print_root(p, path);
    bool is_arrow = false;
    for (uint32_t i = 0; i < path->sels.n; i++) {
        const struct unit_sel *s = &sels[i];
        bool is_last = i + 1 == path->sels.n;
        if (s->kind == SEL_DEREF) {
            is_arrow = !is_last && s[1].kind == SEL_FIELD;
            if (!is_last && s[1].kind == SEL_DEREF)
                buf_addc(p->out, ')');
        } else if (s->kind == SEL_FIELD) {
            const char *name = str(p, u->fields[s->id].name);
            if (*name == '\0') /* an anonymous member shows only by what stands in it */
                continue;
            buf_addf(p->out, "%s%s", is_arrow ? "->" : ".", name);
            is_arrow = false;
        } else {
            is_arrow = false;
            print_index(p, s);
        }
    }
    if (path->flags & PATH_REST)
        buf_adds(p->out, "...");
}

/* ---- values ---- */

static const char *const oper_texts[OPERS] = {
    [OPER_ADD] = "+",   [OPER_SUB] = "-",   [OPER_MUL] = "*",    [OPER_DIV] = "/",
    [OPER_REM] = "%",   [OPER_AND] = "&",   [OPER_OR] = "|",     [OPER_XOR] = "^",
    [OPER_SHL] = "<<",  [OPER_SHR] = ">>",  [OPER_EQ] = "==",    [OPER_NE] = "!=",
    [OPER_LT] = "<",    [OPER_LE] = "<=",   [OPER_GT] = ">",     [OPER_GE] = ">=",
    [OPER_NOT] = "!",   [OPER_BNOT] = "~",  [OPER_NEG] = "-",    [OPER_CAS] = "cas",
    [OPER_XCHG] = "xchg", [OPER_NAND] = "nand",
};

const char *print_oper(unsigned oper)
{
    return oper < OPERS && oper_texts[oper] != NULL ? oper_texts[oper] : "?";
}

static void print_pair(struct printer *p, const struct unit_val *v, const char *between)
{
    buf_addc(p->out, '(');
    print_val(p, (val_id){v->a});
    buf_addf(p->out, " %s ", between);
    print_val(p, (val_id){v->b});
    buf_addc(p->out, ')');
}

void print_val(struct printer *p, val_id id)
{
    const struct unit_val *v = &p->u->vals[id.v];
    if (!spend(p))
        return;
    switch ((enum val_kind)v->kind) {
    case VAL_INT:
        buf_addf(p->out, "%" PRId64, v->num);
        break;
    case VAL_FLOAT:
        buf_adds(p->out, "float");
        break;
    case VAL_STR:
        print_string(p->out, str(p, (str_id){v->a}), print_str_len(p->u, (str_id){v->a}));
        break;
    case VAL_FUNC:
        buf_adds(p->out, str(p, p->u->syms[v->a].name));
        break;
    case VAL_ADDR:
        buf_addc(p->out, '&');
        print_path(p, (path_id){v->a});
        break;
    case VAL_LOAD:
    case VAL_CALL:
        print_result(p, v->a);
        break;
    case VAL_BIN:
        print_pair(p, v, print_oper(v->oper));
        break;
    case VAL_PHI:
        print_pair(p, v, "or");
        break;
    case VAL_UN:
        buf_adds(p->out, print_oper(v->oper));
        print_val(p, (val_id){v->a});
        break;
    case VAL_BOOL:
        buf_adds(p->out, "bool");
        break;
    default:
        buf_adds(p->out, "?");
        break;
    }
}

/* ---- types ---- */

static void print_params(struct printer *p, const struct unit_type *t)
{
    buf_addc(p->out, '(');
    for (uint32_t i = 0; i < t->params.n; i++) {
        buf_adds(p->out, i > 0 ? ", " : "");
        print_type(p, p->u->type_params[t->params.first + i].type);
    }
    if (t->variadic)
        buf_adds(p->out, t->params.n > 0 ? ", ..." : "...");
    buf_addc(p->out, ')');
}

static void print_type_kind(struct printer *p, const struct unit_type *t)
{
    const struct unit_record *r = &p->u->records[t->record.v];
    switch ((enum type_kind)t->kind) {
    case TYPE_VOID:
        buf_adds(p->out, "void");
        break;
    case TYPE_BOOL:
        buf_adds(p->out, "bool");
        break;
    case TYPE_INT:
        buf_addf(p->out, "%sint%u", t->is_unsigned ? "u" : "", (unsigned)t->size * 8);
        break;
    case TYPE_FLOAT:
        buf_addf(p->out, "float%u", (unsigned)t->size * 8);
        break;
    case TYPE_ENUM:
        buf_adds(p->out, "enum");
        break;
    case TYPE_POINTER:
        print_type(p, t->elem);
        buf_addc(p->out, '*');
        break;
    case TYPE_ARRAY:
        print_type(p, t->elem);
        if (t->count > 0)
            buf_addf(p->out, "[%" PRIu64 "]", t->count);
        else
            buf_adds(p->out, "[]");
        break;
    case TYPE_RECORD:
        buf_addf(p->out, "%s %s", r->flags & RECORD_UNION ? "union" : "struct", str(p, r->name));
        break;
    case TYPE_FUNCTION:
        print_type(p, t->elem);
        print_params(p, t);
        break;
    default:
        buf_addc(p->out, '?');
        break;
    }
}

void print_type(struct printer *p, type_id id)
{
    const struct unit_type *t = &p->u->types[id.v];
    if (!spend(p))
        return;
    buf_adds(p->out, t->quals & QUAL_CONST ? "const " : "");
    buf_adds(p->out, t->quals & QUAL_VOLATILE ? "volatile " : "");
    buf_adds(p->out, t->quals & QUAL_ATOMIC ? "atomic " : "");
    if (t->name.v != 0)
        buf_adds(p->out, str(p, t->name));
    else
        print_type_kind(p, t);
}

void unit_path_text(const struct unit *u, func_id f, path_id p, struct buf *out)
{
    ASSERT(p.v < u->n_paths);
    struct printer printer = printer_make(u, f, PRINT_NAMES, out);
    print_path(&printer, p);
}

void unit_val_text(const struct unit *u, func_id f, val_id v, struct buf *out)
{
    ASSERT(v.v < u->n_vals);
    struct printer printer = printer_make(u, f, PRINT_NAMES, out);
    print_val(&printer, v);
}
