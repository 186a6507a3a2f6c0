/* Lists the files below a directory, the way a person would see them: no hidden ones. */
#ifndef DISCOVER_WALK_H
#define DISCOVER_WALK_H

#include "discover/words.h"

struct walk_limits {
    uint32_t max_files, max_dirs;
};

/* Appends normal absolute paths of regular files, sorted. extension NULL: every file. Hidden
 * entries, CMake's own folders and links to directories are passed over; so are links to files
 * inside dir, which come anyway. False: a limit was hit and files are missing. */
bool walk_files(struct arena *a, const char *dir, const char *extension,
                const struct walk_limits *limits, struct words *out);

#endif
