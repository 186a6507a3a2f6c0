/* Keys keep the order in which they were put: the same report gives the same bytes. */
#include "report/json_kit.h"

#include <string.h>

#include "base/utf8.h"

void json_put(json_t *object, const char *key, json_t *value)
{
    ASSERT(json_is_object(object));
    if (!value || json_object_set_new(object, key, value) != 0)
        out_of_memory();
}

void json_push(json_t *array, json_t *value)
{
    ASSERT(json_is_array(array));
    if (!value || json_array_append_new(array, value) != 0)
        out_of_memory();
}

json_t *json_text_n(const char *s, size_t n)
{
    json_t *value = json_stringn(s, n);
    if (value)
        return value;
    struct buf BUF_CLEANUP copy = {0};
    utf8_add_valid(&copy, s, n);
    return json_stringn(buf_str(&copy), copy.n);
}

json_t *json_text(const char *s)
{
    return s ? json_text_n(s, strlen(s)) : json_null();
}

json_t *json_evidence(const struct finding_evidence *e)
{
    static const char *const kinds[] = {[EVIDENCE_MEASURED] = "measured",
                                        [EVIDENCE_PREDICTED] = "predicted",
                                        [EVIDENCE_REFERENCE] = "reference"};
    json_t *o = json_object();
    ASSERT(e->kind != EVIDENCE_NONE && e->text && e->unit);
    json_put(o, "kind", json_string(kinds[e->kind]));
    json_put(o, "benchmark", json_text(e->benchmark));
    json_put(o, "date", json_text(e->date));
    json_put(o, "text", json_text(e->text));
    if (e->better > 0)
        json_put(o, "better", json_real(e->better));
    json_put(o, "worse", json_real(e->worse));
    json_put(o, "unit", json_text(e->unit));
    return o;
}

static int append(const char *bytes, size_t n, void *out)
{
    buf_add(out, bytes, n);
    return 0;
}

void json_write(json_t *value, struct buf *out)
{
    if (json_dump_callback(value, append, out, JSON_INDENT(2) | JSON_REAL_PRECISION(12)) != 0)
        BUG("a report that is no JSON");
    buf_addc(out, '\n');
    json_decref(value);
}
