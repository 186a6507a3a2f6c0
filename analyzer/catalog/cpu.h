/*
 * What a library function computes: a sum of terms, each a unit cost times what it scales with.
 * Figures are those of one core of a usual x86-64 server; good to a factor of two or three, which
 * is enough to tell a microsecond from a tenth of a second.
 */
#ifndef CATALOG_CPU_H
#define CATALOG_CPU_H

#include "catalog/catalog.h"

enum cpu_scale {
    SCALE_LINEAR,
    SCALE_N_LOG_N, /* comparison sorts */
    SCALE_SQUARE,
    SCALE_CUBE,
    SCALE_FOURTH,     /* RSA keys by their bits */
    SCALE_POWER_OF_2, /* the argument is the logarithm of the work: bcrypt */
};
struct cat_cpu_factor {
    int arg;
    enum cpu_scale scale;
    const char *unit; /* what is counted: "byte", "iteration" */
    double typical;   /* what callers usually pass; 0: cannot be said */
    /* the argument is one of this function, which the same caller calls before
     * (EVP_PKEY_CTX_set_rsa_keygen_bits); else NULL */
    const char *call;
};
struct cat_cpu_term {
    double ns; /* of one unit; without factors of the call */
    const struct cat_cpu_factor *by;
    uint32_t n_by;
    struct cat_conds when; /* only when all hold */
};

double cpu_scaled(enum cpu_scale scale, double n);
/* Is it a function that programs are slow with: heavy by nature, or dear for each unit? */
bool cpu_is_notable(const struct cat_func *f);

#endif
