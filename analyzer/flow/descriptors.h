/*
 * Where descriptors come from and in which mode they are. Every call that makes a descriptor is one
 * origin; the value flow carries it to variables and fields. A call that sets the mode (fcntl,
 * ioctl, a framework's helper) marks all origins that can reach its argument.
 */
#ifndef FLOW_DESCRIPTORS_H
#define FLOW_DESCRIPTORS_H

#include "flow/context.h"

void descriptors_find(struct flow_facts *f); /* fills origins and obj_origin */

/* What the call at site does to the mode of the descriptor in its argument index. */
enum sets_mode site_sets_mode(const struct flow_facts *f, site_id site, int index,
                              const struct context *ctx);
/* Joins what the sites of func do to its own parameters into facts. */
void param_modes(const struct flow_facts *f, gfunc_id func, struct func_facts *facts);

/*
 * Mode of the descriptor v at a call of its function, by walking back over the blocks that can run
 * in ctx to the calls that set it and to the call that made it. False when the function does not
 * tell.
 */
bool local_fd_mode(const struct flow_facts *f, site_id site, const struct context *ctx, val_id v,
                   enum fd_mode *mode);

#endif
