/*
 * The versioned byte form of a unit: a header (magic, UNIT_VERSION, table counts, checksum), then
 * the tables in UNIT_TABLES order, 16-byte aligned. Host byte order: it is a cache format, not an
 * exchange format. Decoding copies nothing: the view points into the bytes. Every id and range is
 * checked once, so that later stages may index without checks: hostile bytes fail here and nowhere
 * else.
 */
#ifndef UNIT_BYTES_H
#define UNIT_BYTES_H

#include "unit/unit.h"

enum { UNIT_VERSION = 1 }; /* count up with every change of unit.h or of what extract writes */

void unit_encode(const struct unit *u, struct buf *out);
/* bytes must be 16-byte aligned and outlive the view. False with a reason when they are not a
 * unit. */
MUST_USE bool unit_decode(const void *bytes, size_t n, struct unit *out, struct err *err);

/* Text form, one fact a line, stable: for --dump-unit and golden tests. File names are shown
 * relative to root (NULL: as they are). */
void unit_dump(const struct unit *u, const char *root, struct buf *out);

/* Printers for single things, used by the dump, by `graph` and by messages: "conn->fd",
 * "g.tab[3].cb". */
void unit_path_text(const struct unit *u, func_id f, path_id p, struct buf *out);
void unit_val_text(const struct unit *u, func_id f, val_id v, struct buf *out);

#endif
