#include "CMessages.h"

// As in CMigrations.c.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct cmessages all[] = {
    {"en",
     (const char[]){
#embed "../../config/messages/en.json"
         , 0}},
    {"de",
     (const char[]){
#embed "../../config/messages/de.json"
         , 0}},
};

const struct cmessages *cmessages(void) {
    return all;
}

size_t cmessages_count(void) {
    return sizeof all / sizeof *all;
}
