// The files of the folder `pages`, within the binary.
#pragma once

#include <stddef.h>

/// A file: its name without folders, and what stands in it.
struct cpage {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

/// The first of them; the others follow.
const struct cpage *cpages(void);

size_t cpages_count(void);
