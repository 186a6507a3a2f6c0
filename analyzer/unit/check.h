/* Whether tables that came from bytes are a unit that later stages may index without checks. */
#ifndef UNIT_CHECK_H
#define UNIT_CHECK_H

#include "unit/unit.h"

MUST_USE bool unit_check(const struct unit *u, struct err *err);

#endif
