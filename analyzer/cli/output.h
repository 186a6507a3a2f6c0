/* Where words go: reports to standard output or a file, everything else to standard error. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/base.h"

/* One line on standard error, after "concadvise: ". */
void say(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* What is said from now on goes there too; NULL: no more. */
void output_copy_said(struct buf *to);
void output_say_again(const struct buf *text); /* whole lines, as they were copied */
void say_plain(const char *line); /* the same without "concadvise: ": the summary */

/* What is sure to fail is said before the work is done, not after. */
MUST_USE bool output_check(struct arena *a, const char *path, struct err *err);
/* Writes everything to the file, or to standard output (path NULL or "-"). A reader that went away
 * is no error; anything else that keeps bytes from arriving is, and then no half file is left. */
MUST_USE bool output_write(const char *path, const struct buf *text, struct err *err);
/* Writes text to standard output and says what went wrong; returns the exit code. */
int output_text(const struct buf *text);

bool output_wants_color(uint32_t mode); /* enum color_mode, for standard output */

double seconds_now(void); /* monotonic */
/* CPU time of this process, and of its children that have ended. */
double cpu_seconds_now(void);
/* "1 file", "2 files" */
const char *plural(struct arena *a, uint64_t n, const char *one, const char *many);

#endif
