/* What the two halves of the SARIF report share: sarif.c has the results, sarif_tool.c the tool. */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

#include "report/json_kit.h"
#include "report/report.h"

json_t *sarif_driver(struct arena *a);     /* rules in the order of rule_at(), notifications */
json_t *sarif_taxonomies(struct arena *a); /* the weaknesses that the rules name */
json_t *sarif_message(const char *text);   /* {"text": ...} */
const char *sarif_notice_id(enum notice_kind kind);
uint32_t sarif_notice_index(enum notice_kind kind);

/* The text as a sentence: a capital letter first where it starts with a word, a full stop last. */
const char *sarif_sentence(struct arena *a, const char *text);

#endif
