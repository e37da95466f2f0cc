// The passwords that people choose most, as one text within the binary.
#pragma once

#include <stddef.h>

/// In lower case, sorted by their bytes, one a line; not terminated by NUL.
const char *cpasswords(void);

size_t cpasswords_length(void);
