/*
 * Where descriptors come from and in which mode they are. Every call that makes a descriptor is one
 * origin; the value flow carries it to variables and fields. A call that sets the mode (fcntl,
 * ioctl, a framework's helper) marks all origins that can reach its argument.
 */
#ifndef FLOW_DESCRIPTORS_H
#define FLOW_DESCRIPTORS_H

#include "flow/flow.h"

void descriptors_find(struct flow_facts *f); /* fills origins and obj_origin */

#endif
