// What a remembering disk knows of its files: what they hold, and what each sector held before the
// changes that no sync has made safe yet. On a forgetful disk, `remembered` is null and nothing is done.
#pragma once

#include "Disk.h"

enum { sector_size = 512 };

/// What a sector held before a change.
struct version {
    struct version *older;
    int64_t change;
    uint8_t bytes[sector_size];
};

struct sector {
    /// Those of unsafe changes; null for a sector that is on the disk as it stands.
    struct version *newest;
    /// Changes up to this one were waiting when a sync failed: no later sync writes them.
    int64_t given_up;
};

/// How long a file was before a change.
struct past_size {
    struct past_size *older;
    int64_t change;
    int64_t size;
};

struct remembered {
    struct remembered *next;
    char *path;
    /// What the file holds now. Behind its end, up to the last sector, are zeros.
    uint8_t *bytes;
    int64_t size;
    struct past_size *past_sizes;
    /// As many as the longest length in sight takes.
    struct sector *sectors;
    int64_t sector_count;
    /// How often the file is open.
    int handles;
    /// Whether the folder's knowing of the file is not safe yet.
    int is_new;
    /// Whether the file was deleted, which is not safe yet.
    int is_gone;
    /// Whether that is safe, and only an open file is left of it.
    int is_forgotten;
};

/// Begins to remember a file that was opened, or goes on; reads it when it is not known yet.
int memory_open(struct open_file *open, const char *path, int was_there);

void memory_close(struct open_file *open);

void memory_write(struct open_file *open, const uint8_t *bytes, int64_t count, int64_t offset);

void memory_truncate(struct open_file *open, int64_t size);

/// The number of the last change of any file: a sync that starts now makes safe what came up to it.
int64_t memory_last_change(struct faultydisk *disk);

/// A sync succeeded that started after this change.
void memory_sync(struct open_file *open, int64_t last);

/// A sync failed that started after this change.
void memory_fail_sync(struct open_file *open, int64_t last);

void memory_delete(struct faultydisk *disk, const char *path, int syncs_folder);

void memory_free(struct faultydisk *disk);
