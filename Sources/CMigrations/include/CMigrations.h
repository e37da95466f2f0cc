// The SQL files of the folder `migrations`, as texts within the binary.
#pragma once

#include <stddef.h>

/// A migration: its number and name, and what stands in its two files.
struct cmigration {
    int number;
    const char *name;
    const char *up;
    const char *down;
};

/// The first of them; the others follow.
const struct cmigration *cmigrations(void);

size_t cmigrations_count(void);
