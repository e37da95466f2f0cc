// The files of the folder `config/messages`, as texts within the binary.
#pragma once

#include <stddef.h>

/// What is said in a language, and the language's short name (BCP 47).
struct cmessages {
    const char *language;
    const char *texts;
};

/// The first of them; the others follow.
const struct cmessages *cmessages(void);

size_t cmessages_count(void);
