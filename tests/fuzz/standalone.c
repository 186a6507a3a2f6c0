/*
 * Runs a fuzz target over its corpus as a plain test, without libFuzzer: each file as it is, cut
 * off at each place, and with each byte turned round. Every input is a heap block of its exact
 * size, so that a sanitizer sees one byte too far.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define INPUT_MAX ((size_t)16 << 20)
#define PLACES_MAX ((size_t)2000) /* of one file: more would only cost time */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void run_one(const char *p, size_t n, size_t flip)
{
    uint8_t *copy = malloc(n ? n : 1);

    if (!copy)
        out_of_memory();
    memcpy(copy, p, n);
    if (flip < n)
        copy[flip] ^= 0xff;
    (void)LLVMFuzzerTestOneInput(copy, n);
    free(copy);
}

static bool run_file(const char *path)
{
    ERR_CLEANUP struct err err = {0};
    struct arena a;
    struct bytes in;
    size_t step;

    arena_init(&a);
    if (!file_read(&a, path, INPUT_MAX, &in, &err)) {
        fprintf(stderr, "%s\n", buf_str(&err.text));
        arena_release(&a);
        return false;
    }
    run_one(in.p, in.n, in.n);
    step = in.n / PLACES_MAX + 1;
    for (size_t i = 0; i < in.n; i += step) {
        run_one(in.p, i, i);
        run_one(in.p, in.n, i);
    }
    arena_release(&a);
    return true;
}

/* Names that start with a dot are not inputs; neither is a directory's README. */
static int is_input(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strncmp(entry->d_name, "README", 6) != 0;
}

int main(int argc, char **argv)
{
    struct dirent **names;
    struct arena a;
    int n;
    int bad = 0;

    if (argc != 2) {
        fprintf(stderr, "usage: %s CORPUS-DIRECTORY\n", argv[0]);
        return 2;
    }
    n = scandir(argv[1], &names, is_input, alphasort);
    if (n <= 0) {
        fprintf(stderr, "no corpus in %s\n", argv[1]);
        return 1;
    }
    arena_init(&a);
    for (int i = 0; i < n; i++) {
        bad += !run_file(path_join(&a, argv[1], names[i]->d_name));
        free(names[i]);
    }
    free(names);
    arena_release(&a);
    printf("%d corpus files, %d unreadable\n", n, bad);
    return bad ? 1 : 0;
}
