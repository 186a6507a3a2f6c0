/*
 * One record type for all units that see it. Two records are the same when they have the same name
 * and either stand at the same place (a header; so a unit with a missing include still joins), or
 * have the same layout (a copy of the header). An incomplete record joins the complete one of its
 * name, when there is exactly one. Fields are the same when record and name are, so that a field
 * which only some units see is one field all the same.
 */
#include "link/internal.h"

#include <inttypes.h>
#include <stdio.h>

struct records {
    struct program *p;
    struct arena *a;       /* scratch */
    struct strtab keys;    /* place keys, layout keys, names: each kind with a letter in front */
    struct map rec_of_key; /* key -> grec */
    struct map by_name;    /* name key -> the only complete grec of that name, 0 when several */
    struct map field_of;   /* grec, name key or ordinal -> gfield */
    VEC(const char *) rec_names;
    VEC(const char *) field_names;
};

const char *link_place_key(struct arena *a, const struct unit *u, place_id place)
{
    const struct unit_place *pl = &u->places[place.v];

    return arena_printf(a, "%s:%" PRIu32 ":%" PRIu32, unit_str(u, u->files[pl->file.v].name),
                        pl->line, pl->col);
}

static uint32_t key_id(struct records *r, const struct buf *b)
{
    return strtab_add(&r->keys, buf_str(b), b->n);
}

static uint32_t place_key(struct records *r, const struct unit *u, const struct unit_record *rec,
                          struct buf *b)
{
    const struct unit_place *pl = &u->places[rec->place.v];

    buf_reset(b);
    buf_addf(b, "P%s\n%s:%" PRIu32 ":%" PRIu32, unit_str(u, rec->name),
             unit_str(u, u->files[pl->file.v].name), pl->line, pl->col);
    return key_id(r, b);
}

static uint32_t layout_key(struct records *r, const struct unit *u, const struct unit_record *rec,
                           struct buf *b)
{
    buf_reset(b);
    buf_addf(b, "L%s\n%" PRIu64 " %u", unit_str(u, rec->name), rec->size,
             rec->flags & RECORD_UNION);
    for (uint32_t i = 0; i < rec->fields.n; i++) {
        const struct unit_field *f = &u->fields[rec->fields.first + i];

        buf_addf(b, "\n%s %" PRIu64 " %" PRIu64, unit_str(u, f->name), f->bit_offset,
                 u->types[f->type.v].size);
    }
    return key_id(r, b);
}

static uint32_t name_key(struct records *r, const char *name, struct buf *b)
{
    buf_reset(b);
    buf_addf(b, "N%s", name);
    return key_id(r, b);
}

static bool is_incomplete(const struct unit_record *rec)
{
    return rec->fields.n == 0 && rec->size == 0;
}

static uint32_t new_record(struct records *r, const char *name)
{
    vec_push(r->a, &r->rec_names, name);
    return r->rec_names.n - 1;
}

static void add_complete(struct records *r, uint32_t unit, uint32_t rec_id, struct buf *b)
{
    const struct unit *u = r->p->units[unit];
    const struct unit_record *rec = &u->records[rec_id];
    const char *name = unit_str(u, rec->name);
    uint32_t place = place_key(r, u, rec, b), layout = UINT32_MAX, by_name = name_key(r, name, b);
    uint32_t grec, old;

    if (!(rec->flags & RECORD_ANONYMOUS)) {
        layout = layout_key(r, u, rec, b);
    }
    if (!map_get(&r->rec_of_key, place, &grec) &&
        (layout == UINT32_MAX || !map_get(&r->rec_of_key, layout, &grec))) {
        grec = new_record(r, name);
    }
    (void)map_put_new(&r->rec_of_key, place, grec);
    if (layout != UINT32_MAX) {
        (void)map_put_new(&r->rec_of_key, layout, grec);
    }
    if (map_get(&r->by_name, by_name, &old) && old != grec) {
        map_set(&r->by_name, by_name, 0);
    } else {
        map_set(&r->by_name, by_name, grec);
    }
    r->p->unit_records[unit][rec_id].v = grec;
}

static void add_incomplete(struct records *r, uint32_t unit, uint32_t rec_id, struct buf *b)
{
    const struct unit *u = r->p->units[unit];
    const char *name = unit_str(u, u->records[rec_id].name);
    uint32_t key = name_key(r, name, b), grec = 0;

    if (!map_get(&r->by_name, key, &grec) || grec == 0) {
        buf_reset(b);
        buf_addf(b, "I%s", name);
        key = key_id(r, b);
        if (!map_get(&r->rec_of_key, key, &grec)) {
            grec = new_record(r, name);
            map_set(&r->rec_of_key, key, grec);
        }
    }
    r->p->unit_records[unit][rec_id].v = grec;
}

static void add_fields(struct records *r, uint32_t unit, uint32_t rec_id, struct buf *b)
{
    const struct unit *u = r->p->units[unit];
    const struct unit_record *rec = &u->records[rec_id];
    uint32_t grec = r->p->unit_records[unit][rec_id].v;

    for (uint32_t i = 0; i < rec->fields.n; i++) {
        uint32_t id = rec->fields.first + i, gfield;
        const char *name = unit_str(u, u->fields[id].name);
        uint64_t key = *name ? name_key(r, name, b) : UINT32_C(0x80000000) | i;

        key |= (uint64_t)grec << 32;
        if (!map_get(&r->field_of, key, &gfield)) {
            gfield = r->field_names.n;
            vec_push(r->a, &r->field_names,
                     arena_printf(r->p->arena, "%s.%s", r->rec_names.v[grec],
                                  *name ? name : "(anonymous)"));
            map_set(&r->field_of, key, gfield);
        }
        r->p->unit_fields[unit][id].v = gfield;
    }
}

static void add_units(struct records *r)
{
    struct buf b BUF_CLEANUP = {0};
    struct program *p = r->p;

    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < p->n_units; i++) {
            for (uint32_t k = 1; k < p->units[i]->n_records; k++) {
                if (is_incomplete(&p->units[i]->records[k]) != (pass == 1)) {
                    continue;
                }
                if (pass == 0) {
                    add_complete(r, i, k, &b);
                } else {
                    add_incomplete(r, i, k, &b);
                }
                add_fields(r, i, k, &b);
            }
        }
    }
}

static const char **names_out(struct program *p, const char *const *v, uint32_t n)
{
    const char **out = arena_array(p->arena, const char *, n);

    for (uint32_t i = 0; i < n; i++) {
        out[i] = v[i];
    }
    return out;
}

void link_records(struct program *p)
{
    struct arena scratch;
    struct records r = {.p = p, .a = &scratch};

    arena_init(&scratch);
    strtab_init(&r.keys, &scratch);
    map_init(&r.rec_of_key, &scratch);
    map_init(&r.by_name, &scratch);
    map_init(&r.field_of, &scratch);
    vec_push(r.a, &r.rec_names, "");
    vec_push(r.a, &r.field_names, "");
    p->unit_records = arena_array(p->arena, grec_id *, p->n_units);
    p->unit_fields = arena_array(p->arena, gfield_id *, p->n_units);
    for (uint32_t i = 0; i < p->n_units; i++) {
        p->unit_records[i] = arena_array(p->arena, grec_id, p->units[i]->n_records);
        p->unit_fields[i] = arena_array(p->arena, gfield_id, p->units[i]->n_fields);
    }
    add_units(&r);
    p->n_records = r.rec_names.n;
    p->n_fields = r.field_names.n;
    p->record_names = names_out(p, r.rec_names.v, r.rec_names.n);
    p->field_names = names_out(p, r.field_names.v, r.field_names.n);
    ASSERT(p->n_records >= 1 && p->n_fields >= 1);
    arena_release(&scratch);
}
