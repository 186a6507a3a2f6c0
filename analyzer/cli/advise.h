/* An answer of the advisor in the three forms that `advise` prints. */
#ifndef CLI_ADVISE_H
#define CLI_ADVISE_H

#include "decide/decide.h"
#include "decide/evidence.h"

struct advice {
    const struct matrix *matrix;
    const struct question *question;
    const struct answer *answer;
    const struct evidence *evidence;
    const struct nearest *nearest;
};
/* What reading the measurements has to say: always when it is urgent, else when a database was
 * named or with -v. */
struct options;
/* The machine that is asked about: this one, unless --cores and --memory say otherwise. */
MUST_USE bool advise_host(struct arena *a, const struct options *o, struct host *h,
                          struct err *err);
void evidence_say(const struct evidence_note *note, const struct options *o);
enum advise_format { ADVISE_TEXT, ADVISE_JSON, ADVISE_MARKDOWN };
/* What --format and --markdown ask for; command: for what is wrong with it. */
MUST_USE bool advise_format(const struct options *o, const char *command, enum advise_format *out,
                            struct err *err);
void advice_text(struct arena *a, const struct advice *v, struct buf *out);
void advice_markdown(struct arena *a, const struct advice *v, struct buf *out);
void advice_json(struct arena *a, const struct advice *v, struct buf *out);

#endif
