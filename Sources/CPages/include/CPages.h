// The files of the folder `pages` and the texts of `docs`, within the binary.
#pragma once

#include <stddef.h>

/// A file: its name, and what stands in it.
struct cpage {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

/// The first of them; the others follow.
const struct cpage *cpages(void);

size_t cpages_count(void);

/// The texts, named from `docs` on.
const struct cpage *cdocuments(void);

size_t cdocuments_count(void);
