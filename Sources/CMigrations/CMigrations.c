#include "CMigrations.h"

// #embed puts a file's bytes here when it is compiled, and makes the compiler notice when the file changes
// (C23, 6.10.4). A file that is missing or empty is an error.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct cmigration all[] = {
    {1, "journal",
     (const char[]){
#embed "../../migrations/0001_journal.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0001_journal.down.sql"
         , 0}},
    {2, "people",
     (const char[]){
#embed "../../migrations/0002_people.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0002_people.down.sql"
         , 0}},
    {3, "facilitators",
     (const char[]){
#embed "../../migrations/0003_facilitators.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0003_facilitators.down.sql"
         , 0}},
    {4, "services",
     (const char[]){
#embed "../../migrations/0004_services.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0004_services.down.sql"
         , 0}},
    {5, "occasions",
     (const char[]){
#embed "../../migrations/0005_occasions.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0005_occasions.down.sql"
         , 0}},
    {6, "bookings",
     (const char[]){
#embed "../../migrations/0006_bookings.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0006_bookings.down.sql"
         , 0}},
    {7, "calendars",
     (const char[]){
#embed "../../migrations/0007_calendars.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0007_calendars.down.sql"
         , 0}},
    {8, "idempotency",
     (const char[]){
#embed "../../migrations/0008_idempotency.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0008_idempotency.down.sql"
         , 0}},
    {9, "reviews",
     (const char[]){
#embed "../../migrations/0009_reviews.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0009_reviews.down.sql"
         , 0}},
    {10, "notices",
     (const char[]){
#embed "../../migrations/0010_notices.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0010_notices.down.sql"
         , 0}},
    {11, "webhooks",
     (const char[]){
#embed "../../migrations/0011_webhooks.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0011_webhooks.down.sql"
         , 0}},
    {12, "notices_read",
     (const char[]){
#embed "../../migrations/0012_notices_read.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0012_notices_read.down.sql"
         , 0}},
    {13, "languages",
     (const char[]){
#embed "../../migrations/0013_languages.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0013_languages.down.sql"
         , 0}},
    {14, "bookings_inserted_at_once",
     (const char[]){
#embed "../../migrations/0014_bookings_inserted_at_once.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0014_bookings_inserted_at_once.down.sql"
         , 0}},
    {15, "places_of_their_own",
     (const char[]){
#embed "../../migrations/0015_places_of_their_own.up.sql"
         , 0},
     (const char[]){
#embed "../../migrations/0015_places_of_their_own.down.sql"
         , 0}},
};

const struct cmigration *cmigrations(void) {
    return all;
}

size_t cmigrations_count(void) {
    return sizeof all / sizeof *all;
}
