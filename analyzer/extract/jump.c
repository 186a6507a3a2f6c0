/*
 * switch, break, continue, labels and goto. Cases may stand at any depth of a switch body, so the
 * body is lowered first, from an unreachable block, while its cases collect in lw->switches; the
 * switch's own terminator is written afterwards. Jumps to labels are written at the end of the
 * function, when it is known where each label stands and which cleanups a jump leaves behind.
 */
#include "extract/lower.h"

void lower_switch(struct lower *lw, CXCursor s)
{
    struct kids k;
    kids_of(lw->arena, s, &k);
    bool has_cond = k.n > 0 && is_expr(k.v[0]);
    val_id v = has_cond ? lower_rvalue(lw, k.v[0]) : lower_unknown(lw, (type_id){0});
    lw->is_partial |= !has_cond;
    block_id from = lw->cur, exit = builder_block(lw->b);
    struct switch_state state = {.outer = lw->switches};
    struct jump_target target = {lw->targets, exit, {0}, lw->cleanups};
    lw->switches = &state;
    lw->targets = &target;
    lw->cur = builder_block(lw->b);
    for (uint32_t i = has_cond; i < k.n; i++) {
        lower_stmt(lw, k.v[i]);
    }
    builder_jump(lw->b, lw->cur, exit);
    ASSERT(lw->targets == &target && lw->switches == &state);
    lw->targets = target.outer;
    lw->switches = state.outer;
    if (!state.has_default) {
        struct unit_succ out = {.to = exit, .flags = SUCC_DEFAULT};
        vec_push(lw->arena, &state.succs, out);
    }
    builder_switch(lw->b, from, v, state.succs.v, state.succs.n,
                   extract_cursor_place(lw->x, s));
    lw->cur = exit;
}

static int64_t case_value(struct lower *lw, CXCursor e)
{
    int64_t num = 0;
    val_id v = lower_constant(lw->x, e);
    if (v.v && lower_int(lw, v, &num)) {
        return num;
    }
    if (!lower_int(lw, lower_evaluate(lw, e, (type_id){0}), &num)) {
        lw->is_partial = true;
    }
    return num;
}

/* case 1: case 2: case 3: ... are nested in each other: all of them share one block. */
void lower_case(struct lower *lw, CXCursor s)
{
    block_id block = builder_block(lw->b);
    builder_jump(lw->b, lw->cur, block);
    lw->cur = block;
    for (;;) {
        enum CXCursorKind kind = clang_getCursorKind(s);
        if (kind != CXCursor_CaseStmt && kind != CXCursor_DefaultStmt) {
            break;
        }
        struct kids k;
        kids_of(lw->arena, s, &k);
        struct unit_succ succ = {.to = block};
        uint32_t n_values = 0;
        if (kind == CXCursor_DefaultStmt) {
            succ.flags = SUCC_DEFAULT;
        } else if (k.n >= 2) {
            n_values = k.n - 1;
            succ.lo = case_value(lw, k.v[0]);
            succ.hi = n_values > 1 ? case_value(lw, k.v[1]) : succ.lo;
        }
        if (lw->switches && (n_values > 0 || succ.flags)) {
            lw->switches->has_default |= succ.flags == SUCC_DEFAULT;
            vec_push(lw->arena, &lw->switches->succs, succ);
        }
        if (k.n <= n_values) {
            lw->is_partial = true;
            return;
        }
        s = k.v[k.n - 1];
    }
    lower_stmt(lw, s);
}

void lower_break(struct lower *lw, CXCursor s, bool is_continue)
{
    struct jump_target *t = lw->targets;
    while (t && is_continue && !t->on_continue.v) {
        t = t->outer;
    }
    place_id place = extract_cursor_place(lw->x, s);
    if (t) {
        lower_run_cleanups(lw, lw->cur, lw->cleanups, t->cleanups, place);
        builder_jump(lw->b, lw->cur, is_continue ? t->on_continue : t->on_break);
    } else { /* a jump out of nothing is an error of the source */
        lw->is_partial = true;
        builder_noreturn(lw->b, lw->cur, place);
    }
    lower_dead_end(lw);
}

/* ---- labels ---- */

/* A label that is referred to and the same one met in the walk are not equal cursors, as their
 * parents differ: the statement itself is what they share. */
static uint32_t label_index(struct lower *lw, CXCursor label)
{
    uint64_t key = (uint64_t)(uintptr_t)label.data[1];
    uint32_t i = 0;
    if (map_get(&lw->label_ids, key, &i)) {
        return i;
    }
    i = lw->labels.n;
    struct label l = {.block = builder_block(lw->b)};
    vec_push(lw->arena, &lw->labels, l);
    map_set(&lw->label_ids, key, i);
    return i;
}

/* The label that a goto or && names; false when it is missing. */
static bool find_label(struct lower *lw, CXCursor s, uint32_t *index)
{
    CXCursor ref = kid_first(s);
    CXCursor label = clang_Cursor_isNull(ref) ? ref : clang_getCursorReferenced(ref);
    if (clang_Cursor_isNull(label) || clang_getCursorKind(label) != CXCursor_LabelStmt) {
        lw->is_partial = true;
        return false;
    }
    *index = label_index(lw, label);
    return true;
}

void lower_label(struct lower *lw, CXCursor s)
{
    uint32_t i = label_index(lw, s); /* first: it may move the labels */
    struct label *l = &lw->labels.v[i];
    l->is_placed = true;
    l->cleanups = lw->cleanups;
    builder_jump(lw->b, lw->cur, l->block);
    lw->cur = l->block;
}

void lower_addr_label(struct lower *lw, CXCursor e)
{
    uint32_t i = 0;
    if (lw->is_constant) {
        lw->has_failed = true;
    } else if (find_label(lw, e, &i)) {
        lw->labels.v[i].is_addr_taken = true;
    }
}

void lower_goto(struct lower *lw, CXCursor s)
{
    struct pending_goto g = {.from = lw->cur, .cleanups = lw->cleanups};
    g.place = extract_cursor_place(lw->x, s);
    if (find_label(lw, s, &g.label)) {
        vec_push(lw->arena, &lw->gotos, g);
    } else {
        builder_noreturn(lw->b, lw->cur, g.place);
    }
    lower_dead_end(lw);
}

void lower_computed_goto(struct lower *lw, CXCursor s)
{
    CXCursor e = kid_first(s);
    struct pending_computed c = {.place = extract_cursor_place(lw->x, s)};
    c.val = clang_Cursor_isNull(e) ? lower_unknown(lw, (type_id){0}) : lower_rvalue(lw, e);
    c.from = lw->cur;
    vec_push(lw->arena, &lw->computed, c);
    lower_dead_end(lw);
}

/* The innermost cleanup that is alive at both places. */
static struct cleanup *common(struct cleanup *a, struct cleanup *b)
{
    while (a != b) {
        ASSERT(a || b);
        uint32_t da = a ? a->depth : 0, db = b ? b->depth : 0;
        if (da >= db) {
            a = a->outer;
        }
        if (db >= da) {
            b = b->outer;
        }
    }
    return a;
}

static void finish_computed(struct lower *lw)
{
    block_id *to = arena_array(lw->arena, block_id, lw->labels.n + 1u);
    uint32_t n = 0;
    for (uint32_t i = 0; i < lw->labels.n; i++) {
        if (lw->labels.v[i].is_addr_taken && lw->labels.v[i].is_placed) {
            to[n++] = lw->labels.v[i].block;
        }
    }
    for (uint32_t i = 0; n == 0 && i < lw->labels.n; i++) { /* addresses came from elsewhere */
        if (lw->labels.v[i].is_placed) {
            to[n++] = lw->labels.v[i].block;
        }
    }
    for (uint32_t i = 0; i < lw->computed.n; i++) {
        struct pending_computed *c = &lw->computed.v[i];
        builder_computed(lw->b, c->from, c->val, to, n, c->place);
    }
}

void lower_finish_jumps(struct lower *lw)
{
    for (uint32_t i = 0; i < lw->gotos.n; i++) {
        struct pending_goto *g = &lw->gotos.v[i];
        struct label *l = &lw->labels.v[g->label];
        if (!l->is_placed) {
            lw->is_partial = true;
            builder_noreturn(lw->b, g->from, g->place);
            continue;
        }
        lower_run_cleanups(lw, g->from, g->cleanups, common(g->cleanups, l->cleanups), g->place);
        builder_jump(lw->b, g->from, l->block);
    }
    finish_computed(lw);
}
