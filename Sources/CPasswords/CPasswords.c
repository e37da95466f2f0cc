#include "CPasswords.h"

// The 3,000 most frequent of those that have 8 to 72 bytes, by the ranking of zxcvbn
// (https://github.com/dropbox/zxcvbn, data/passwords.txt), which counted them in leaked lists.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char all[] = {
#embed "popular-passwords.txt"
};

const char *cpasswords(void) {
    return all;
}

size_t cpasswords_length(void) {
    return sizeof all;
}
