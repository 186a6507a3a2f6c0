/* From ids to the resolved places that findings hold, and from a walk's visit to its chain. */
#ifndef FLOW_SPOTS_H
#define FLOW_SPOTS_H

#include "flow/finding.h"
#include "flow/walk.h"

struct spot spot_of(const struct program *p, uint32_t unit, place_id place, const char *function);
struct spot spot_of_func(const struct program *p, gfunc_id func); /* where it is defined */
struct spot spot_of_site(const struct program *p, site_id site);
struct spot spot_of_op(const struct program *p, gfunc_id func, op_id op);
struct spot spot_of_macro(const struct program *p, site_id site); /* file NULL: not in a macro */

/* Name of what is called at a site: the callee, or the path of the pointer ("conn->handler"). */
const char *site_callee_name(struct arena *a, const struct program *p, site_id site);

/* The chain from the start of the visit to the call at site: one step for each function, the last
 * one for the call; of a very long chain the ends. The first step's via is the caller's
 * business. */
struct step *chain_of(struct arena *a, const struct walk *w, uint32_t visit, site_id site,
                      uint32_t *n);
/* The same to another place than a call: last is its step. */
struct step *chain_to(struct arena *a, const struct walk *w, uint32_t visit,
                      const struct step *last, uint32_t *n);

#endif
