/* Small helpers over jansson for the formats that are JSON. Running out of memory ends the run. */
#ifndef REPORT_JSON_KIT_H
#define REPORT_JSON_KIT_H

#include <jansson.h>

#include "base/base.h"
#include "flow/finding.h"

void json_put(json_t *object, const char *key, json_t *value); /* takes the value */
void json_push(json_t *array, json_t *value);                  /* takes the value */
json_t *json_text(const char *s);  /* invalid UTF-8 becomes U+FFFD; NULL is null */
json_t *json_evidence(const struct finding_evidence *e); /* of a kind other than none */
json_t *json_text_n(const char *s, size_t n);
/* Appends the text, indented, with a final newline, and releases the value. */
void json_write(json_t *value, struct buf *out);

#endif
