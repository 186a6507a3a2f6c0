/* A number, then a unit out of a short list; anything after it is an error. */
#include "cli/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct unit {
    const char *name;
    double factor;
};

/* Beyond these the formulas leave what a double holds, and no work takes that long or so little. */
static const double LONGEST_MS = 366 * 86400e3, SHORTEST_MS = 0.999e-6, MOST_MB = 1e12;

static bool read(const char *text, const struct unit *units, size_t n, double *out)
{
    char *end = NULL;
    double value = strtod(text, &end);
    if (end == text || !isfinite(value) || value < 0)
        return false;
    end += strspn(end, " ");
    for (size_t i = 0; i < n; i++) {
        if (!strcmp(end, units[i].name)) {
            *out = value * units[i].factor;
            return true;
        }
    }
    return false;
}

bool quantity_time_ms(const char *text, const char *what, double *out, struct err *err)
{
    static const struct unit units[] = {{"ms", 1},      {"s", 1000},   {"us", 1e-3},
                                        {"ns", 1e-6},   {"min", 60e3}, {"m", 60e3}};
    if (!strcmp(text, "0")) {
        *out = 0;
        return true;
    }
    if (!read(text, units, sizeof units / sizeof *units, out))
        return err_set(err, "%s: '%s' is no time such as 40ms, 1.5s or 200us", what, text);
    if (*out > LONGEST_MS || (*out > 0 && *out < SHORTEST_MS))
        return err_set(err, "%s: '%s' is not between 1ns and a year", what, text);
    return true;
}

bool quantity_memory_mb(const char *text, const char *what, double *out, struct err *err)
{
    static const struct unit units[] = {
        {"", 1 / (1024.0 * 1024)}, {"k", 1 / 1024.0}, {"K", 1 / 1024.0}, {"M", 1}, {"m", 1},
        {"MB", 1}, {"MiB", 1}, {"G", 1024}, {"g", 1024}, {"GB", 1024}, {"GiB", 1024},
        {"T", 1024.0 * 1024}};
    return (read(text, units, sizeof units / sizeof *units, out) && *out <= MOST_MB) ||
           err_set(err, "%s: '%s' is no amount such as 512M or 2G", what, text);
}

bool quantity_part(const char *text, const char *what, double *out, struct err *err)
{
    static const struct unit units[] = {{"", 1}, {"%", 0.01}};
    return (read(text, units, 2, out) && *out <= 1) ||
           err_set(err, "%s: '%s' is no part such as 0.25 or 25%%", what, text);
}

const char *quantity_ms_text(struct arena *a, double ms)
{
    static const struct unit units[] = {{"ns", 1e-6}, {"us", 1e-3}, {"ms", 1}, {"s", 1000}};
    size_t i = 0;
    while (i + 1 < sizeof units / sizeof *units && ms >= units[i + 1].factor * 0.9995)
        i++;
    double value = ms / units[i].factor;
    return arena_printf(a, value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s", value,
                        units[i].name);
}
