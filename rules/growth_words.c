/* What is said of loops over what grows: the remedy depends on what the loop does. */
#include "rules/growth.h"
#include "rules/lock_places.h"

double growth_ns(const struct scan *s)
{
    return s->ns * s->n * (s->is_square ? s->n : 1);
}

static const char *counted(const struct scan *s)
{
    return s->is_clients ? "clients" : "entries";
}

const char *growth_message(struct arena *a, const struct scan *s)
{
    const char *time = duration_words(a, growth_ns(s) / 1e6);

    if (s->is_square)
        return arena_printf(a, "this loop goes over all %s (%s) for each of them in one turn of "
                               "the event loop: about %s with %.0f of them", counted(s), s->what,
                            time, s->n);
    switch (s->kind) {
    case SCAN_SEARCH:
        return arena_printf(a, "this loop looks for one among all clients (%s): each event takes "
                               "longer the more are connected", s->what);
    case SCAN_WORK:
        return arena_printf(a, "this loop goes over all %s (%s) in one turn of the event loop: "
                               "about %s with %.0f of them", counted(s), s->what, time, s->n);
    case SCAN_FREE:
        return arena_printf(a, "all %s (%s) are freed in one turn of the event loop: about %s "
                               "with %.0f of them", counted(s), s->what, time, s->n);
    case SCAN_REHASH:
    case SCAN_NONE: break;
    }
    return arena_printf(a, "when `%s` grows, all of its entries are moved in one turn of the event "
                           "loop: about %s with %.0f of them", s->what, time, s->n);
}

const char *growth_estimate(struct arena *a, const struct program *p, const struct scan *s)
{
    const char *text = arena_printf(a, "estimate: %.0f %s%s (taken as usual: the source does not "
                                       "say how many), each time at least %.3g ns", s->n,
                                    counted(s), s->is_square ? " for each of as many" : "", s->ns);
    ASSERT(s->kind != SCAN_NONE && s->n > 0);
    if (!s->grown_in.v)
        return text;
    return arena_printf(a, "%s; %s() adds to them while the loop runs", text,
                        p->funcs[s->grown_in.v].name);
}

const char *growth_help(struct arena *a, const struct scan *s, const char *offload,
                        const char *later)
{
    switch (s->kind) {
    case SCAN_SEARCH:
        return "give the event a pointer to the element (the callback's data), or keep a hash "
               "table or array by what is looked for";
    case SCAN_WORK:
        return arena_printf(a, "serve a fixed number of them or as many as fit into a millisecond, "
                               "keep the position and go on from %s", later);
    case SCAN_FREE:
        return arena_printf(a, "take the whole structure out of its place, and free some hundred "
                               "elements in each turn from %s; or hand it over to be freed: %s",
                            later, offload);
    case SCAN_REHASH:
    case SCAN_NONE: break;
    }
    return arena_printf(a, "keep the old table beside the new one and move some of it with each "
                           "operation, or from %s (incremental rehash)", later);
}
