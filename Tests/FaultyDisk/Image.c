// What a power cut leaves.
#include "Memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// How one cut goes, by its seed.
struct power_cut {
    uint64_t random;
    /// Changes up to this one were written in time, without a sync.
    int64_t written;
    /// In how many of 8 cases the newest of several states survives; drawn for each file.
    uint64_t luck;
};

// SplitMix64, as in the house's other seeded trials.
static uint64_t next(struct power_cut *cut) {
    cut->random += 0x9E3779B97F4A7C15;
    uint64_t mixed = cut->random;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

static uint64_t below(struct power_cut *cut, uint64_t bound) { return next(cut) % bound; }

static int is_lucky(struct power_cut *cut) { return below(cut, 8) < cut->luck; }

static int64_t surviving_size(struct power_cut *cut, const struct remembered *file) {
    uint64_t count = 0;
    const struct past_size *past = file->past_sizes;
    for (; past != NULL && past->change > cut->written; past = past->older) count += 1;
    if (count == 0 || is_lucky(cut)) return file->size;
    past = file->past_sizes;
    for (uint64_t skipped = below(cut, count); skipped > 0; skipped--) past = past->older;
    return past->size;
}

// Whether the system surely wrote a change in time: not when a sync of it failed.
static int is_written(
    const struct power_cut *cut, const struct sector *sector, const struct version *version) {
    return version->change <= cut->written && version->change > sector->given_up;
}

// What a sector holds afterwards; null for zeros.
static const uint8_t *surviving_bytes(
    struct power_cut *cut, const struct remembered *file, int64_t index) {
    if (index >= file->sector_count) return NULL;
    const struct sector *sector = &file->sectors[index];
    uint64_t count = 0;
    const struct version *version = sector->newest;
    for (; version != NULL && !is_written(cut, sector, version); version = version->older) count += 1;
    // Behind the file's end only a longer past can show.
    int is_within = index * sector_size < file->size;
    if (count == 0 || (is_within && is_lucky(cut))) return file->bytes + index * sector_size;
    version = sector->newest;
    for (uint64_t skipped = below(cut, count); skipped > 0; skipped--) version = version->older;
    return version->bytes;
}

static int write_sectors(
    struct power_cut *cut, const struct remembered *file, int64_t size, FILE *image) {
    static const uint8_t zeros[sector_size];
    for (int64_t start = 0; start < size; start += sector_size) {
        const uint8_t *bytes = surviving_bytes(cut, file, start / sector_size);
        size_t count = size - start < sector_size ? (size_t)(size - start) : sector_size;
        if (fwrite(bytes != NULL ? bytes : zeros, 1, count, image) != count) return 0;
    }
    return 1;
}

static int write_image(struct power_cut *cut, const struct remembered *file, const char *folder) {
    const char *slash = strrchr(file->path, '/');
    char *path = sqlite3_mprintf("%s/%s", folder, slash != NULL ? slash + 1 : file->path);
    FILE *image = path != NULL ? fopen(path, "wb") : NULL;
    sqlite3_free(path);
    if (image == NULL) return SQLITE_CANTOPEN;
    int is_written = write_sectors(cut, file, surviving_size(cut, file), image);
    return fclose(image) == 0 && is_written ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int faultydisk_image(struct faultydisk *disk, const char *folder, uint64_t seed) {
    struct power_cut cut = {.random = seed};
    int result = SQLITE_OK;
    pthread_mutex_lock(&disk->lock);
    if (disk->memory == faultydisk_forgetful) result = SQLITE_MISUSE;
    if (below(&cut, 2) == 0) cut.written = (int64_t)below(&cut, (uint64_t)disk->changes + 1);
    for (struct remembered *file = disk->files; file != NULL; file = file->next) {
        cut.luck = below(&cut, 9);
        if ((file->is_new || file->is_gone) && below(&cut, 2) == 0) continue;
        if (result == SQLITE_OK) result = write_image(&cut, file, folder);
    }
    pthread_mutex_unlock(&disk->lock);
    return result;
}
