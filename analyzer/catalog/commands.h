/*
 * The part of a catalog that speaks of programs: which arguments of a call name the program that it
 * starts, how texts are made, and which programs a call would replace; and of loops that wait.
 * Include catalog/catalog.h.
 */
#ifndef CATALOG_COMMANDS_H
#define CATALOG_COMMANDS_H

#include "catalog/conds.h"

enum cat_process {
    PROC_NONE,
    PROC_FORK,
    PROC_VFORK,
    PROC_EXEC,
    PROC_SPAWN,
    PROC_DAEMON,
    PROC_SYSTEM,
    PROC_POPEN,
    PROC_EXIT,
    PROC_EXIT_NOW,
    PROC_WAIT,
    PROC_ISOLATE, /* changes what the process may do or see: setuid, chroot, unshare */
};

/* What a call is good for in a loop that waits for others. */
enum cat_spin {
    SPIN_NONE,
    SPIN_YIELD, /* lets others run, and comes back at once */
    SPIN_RELAX, /* tells the processor that it spins */
    SPIN_LOOK,  /* tells whether something has happened; 0, NULL or false: not yet */
    SPIN_BUSY,  /* the same; 0 when it has happened (pthread_tryjoin_np) */
    SPIN_READ,  /* reads memory that others may write */
    SPIN_PLAIN, /* the time, an id: changes nothing */
};

/* A callback that runs again at once, in the loop's next turn. */
struct cat_again {
    int cb, handle;   /* arguments of a call that arms one; -1 */
    struct cat_conds when;
    const char *stop; /* it runs in each turn until this function is called; else NULL */
    bool while_true;  /* it runs again for as long as it returns true */
};

/* Which arguments say what program runs; -1: none. One of shell, line, argv and list is given. */
struct cat_runs {
    int shell; /* a command for /bin/sh */
    int line;  /* a command line that is split into words, without a shell */
    int file;  /* the program */
    int argv;  /* array of its arguments, from argv[0] */
    int list;  /* argv[0] is this argument, and so on until a null pointer */
    int options; /* points to a record with two fields, of these names: program and argv */
    const char *file_field, *argv_field;
};

/* Text that a call makes, and from what. It goes to the result unless to or out is given. */
enum cat_text_op { TEXT_NONE, TEXT_COPY, TEXT_APPEND, TEXT_FORMAT, TEXT_FORMAT_VA, TEXT_CONCAT };
struct cat_makes {
    enum cat_text_op op;
    int to;   /* the buffer */
    int out;  /* pointer that receives the new text's address */
    int from; /* the text, the format, or the first of the texts */
};

/* A program that does what a call or a small function does. */
struct cat_command {
    const char *name; /* without a directory: "rm" */
    const char *use;  /* the call that does it: "unlink()"; NULL for a prefix */
    const char *source, *library;
    /* It is that small with these options only ("-f", "-#" for a number); NULL: with any. */
    const char *const *options;
    uint32_t n_options;
    bool prefix; /* runs the rest of its line: env, exec */
    bool is_user; /* of a user's text */
};

#endif
