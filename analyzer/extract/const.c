/*
 * Constant initialisers: the same lowering as in functions, in a state where any operation on
 * memory means that the expression is not constant after all.
 */
#include "extract/lower.h"

val_id lower_constant(struct extract *x, CXCursor expr)
{
    ASSERT(x != NULL);
    struct lower lw = {.x = x, .b = x->b, .arena = x->arena, .is_constant = true};
    map_init(&lw.index_bases, x->arena);
    map_init(&lw.va_types, x->arena);
    map_init(&lw.reached, x->arena);
    map_init(&lw.param_locals, x->arena);
    val_id v = lower_value(&lw, expr);
    struct unit_val val = builder_val_get(x->b, v);
    if (!lw.has_failed && val.kind != VAL_UNKNOWN) {
        return v;
    }
    v = lower_evaluate(&lw, expr, lower_type(&lw, expr));
    return builder_val_get(x->b, v).kind == VAL_UNKNOWN ? (val_id){0} : v;
}
