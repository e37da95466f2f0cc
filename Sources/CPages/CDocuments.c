#include "CPages.h"

// As in CMigrations.c.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char guide_readme[] = {
#embed "../../docs/guide/README.md"
};

static const unsigned char guide_first_booking[] = {
#embed "../../docs/guide/first-booking.md"
};

static const unsigned char guide_signing_in[] = {
#embed "../../docs/guide/signing-in.md"
};

static const unsigned char guide_time_zones[] = {
#embed "../../docs/guide/time-zones.md"
};

static const unsigned char guide_retries[] = {
#embed "../../docs/guide/retries.md"
};

static const unsigned char guide_webhooks[] = {
#embed "../../docs/guide/webhooks.md"
};

static const unsigned char guide_production[] = {
#embed "../../docs/guide/production.md"
};

static const unsigned char guide_moving_over[] = {
#embed "../../docs/guide/moving-over.md"
};

static const unsigned char guide_from_studio_classes[] = {
#embed "../../docs/guide/from-studio-classes.md"
};

static const unsigned char guide_from_services[] = {
#embed "../../docs/guide/from-services.md"
};

static const unsigned char guide_from_events[] = {
#embed "../../docs/guide/from-events.md"
};

static const unsigned char guide_from_sessions[] = {
#embed "../../docs/guide/from-sessions.md"
};

static const unsigned char guide_from_slots[] = {
#embed "../../docs/guide/from-slots.md"
};

static const unsigned char bookings[] = {
#embed "../../docs/BOOKINGS.md"
};

static const unsigned char catalogue[] = {
#embed "../../docs/CATALOGUE.md"
};

static const unsigned char people[] = {
#embed "../../docs/PEOPLE.md"
};

static const unsigned char reviews[] = {
#embed "../../docs/REVIEWS.md"
};

static const unsigned char retrying[] = {
#embed "../../docs/RETRYING.md"
};

static const unsigned char notices[] = {
#embed "../../docs/NOTICES.md"
};

static const unsigned char webhooks[] = {
#embed "../../docs/WEBHOOKS.md"
};

static const unsigned char realtime[] = {
#embed "../../docs/REALTIME.md"
};

static const unsigned char mail[] = {
#embed "../../docs/MAIL.md"
};

static const unsigned char importing[] = {
#embed "../../docs/IMPORTING.md"
};

static const unsigned char backups[] = {
#embed "../../docs/BACKUPS.md"
};

static const unsigned char settings[] = {
#embed "../../docs/SETTINGS.md"
};

static const unsigned char access[] = {
#embed "../../docs/access.md"
};

static const unsigned char problems[] = {
#embed "../../docs/PROBLEMS.md"
};

static const struct cpage all[] = {
    {"guide/README.md", guide_readme, sizeof guide_readme},
    {"guide/first-booking.md", guide_first_booking, sizeof guide_first_booking},
    {"guide/signing-in.md", guide_signing_in, sizeof guide_signing_in},
    {"guide/time-zones.md", guide_time_zones, sizeof guide_time_zones},
    {"guide/retries.md", guide_retries, sizeof guide_retries},
    {"guide/webhooks.md", guide_webhooks, sizeof guide_webhooks},
    {"guide/production.md", guide_production, sizeof guide_production},
    {"guide/moving-over.md", guide_moving_over, sizeof guide_moving_over},
    {"guide/from-studio-classes.md", guide_from_studio_classes, sizeof guide_from_studio_classes},
    {"guide/from-services.md", guide_from_services, sizeof guide_from_services},
    {"guide/from-events.md", guide_from_events, sizeof guide_from_events},
    {"guide/from-sessions.md", guide_from_sessions, sizeof guide_from_sessions},
    {"guide/from-slots.md", guide_from_slots, sizeof guide_from_slots},
    {"BOOKINGS.md", bookings, sizeof bookings},
    {"CATALOGUE.md", catalogue, sizeof catalogue},
    {"PEOPLE.md", people, sizeof people},
    {"REVIEWS.md", reviews, sizeof reviews},
    {"RETRYING.md", retrying, sizeof retrying},
    {"NOTICES.md", notices, sizeof notices},
    {"WEBHOOKS.md", webhooks, sizeof webhooks},
    {"REALTIME.md", realtime, sizeof realtime},
    {"MAIL.md", mail, sizeof mail},
    {"IMPORTING.md", importing, sizeof importing},
    {"BACKUPS.md", backups, sizeof backups},
    {"SETTINGS.md", settings, sizeof settings},
    {"access.md", access, sizeof access},
    {"PROBLEMS.md", problems, sizeof problems},
};

const struct cpage *cdocuments(void) {
    return all;
}

size_t cdocuments_count(void) {
    return sizeof all / sizeof *all;
}
