#include "Disk.h"

#include "Memory.h"

#include <stdlib.h>
#include <string.h>

struct faultydisk *faultydisk_create(const char *name, enum faultydisk_memory memory) {
    sqlite3_vfs *base = sqlite3_vfs_find(NULL);
    struct faultydisk *disk = calloc(1, sizeof *disk);
    if (disk == NULL || base == NULL) {
        free(disk);
        return NULL;
    }
    disk->base = base;
    disk->name = strdup(name);
    disk->memory = memory;
    pthread_mutex_init(&disk->lock, NULL);
    disk->vfs = disk_methods;
    disk->vfs.szOsFile = (int)sizeof(struct open_file) + base->szOsFile;
    disk->vfs.mxPathname = base->mxPathname;
    disk->vfs.zName = disk->name;
    disk->vfs.pAppData = disk;
    if (disk->name != NULL && sqlite3_vfs_register(&disk->vfs, 0) == SQLITE_OK) return disk;
    free(disk->name);
    free(disk);
    return NULL;
}

int faultydisk_destroy(struct faultydisk *disk) {
    pthread_mutex_lock(&disk->lock);
    int open_files = disk->open_files;
    pthread_mutex_unlock(&disk->lock);
    if (open_files > 0) return SQLITE_BUSY;
    sqlite3_vfs_unregister(&disk->vfs);
    memory_free(disk);
    pthread_mutex_destroy(&disk->lock);
    free(disk->name);
    free(disk);
    return SQLITE_OK;
}

void faultydisk_plan(struct faultydisk *disk, struct faultydisk_fault fault) {
    pthread_mutex_lock(&disk->lock);
    disk->fault = fault;
    disk->met = 0;
    disk->failures = 0;
    pthread_mutex_unlock(&disk->lock);
}

void faultydisk_heal(struct faultydisk *disk) {
    pthread_mutex_lock(&disk->lock);
    disk->fault = (struct faultydisk_fault){.operations = 0};
    pthread_mutex_unlock(&disk->lock);
}

int64_t faultydisk_failures(struct faultydisk *disk) {
    pthread_mutex_lock(&disk->lock);
    int64_t failures = disk->failures;
    pthread_mutex_unlock(&disk->lock);
    return failures;
}

int64_t faultydisk_count(struct faultydisk *disk, int operations, int kinds) {
    int64_t count = 0;
    pthread_mutex_lock(&disk->lock);
    for (int operation = 1; operation <= faultydisk_map; operation *= 2) {
        for (int kind = 1; kind <= faultydisk_any; kind *= 2) {
            if (operations & operation && kinds & kind) count += disk->counts[operation][kind];
        }
    }
    pthread_mutex_unlock(&disk->lock);
    return count;
}

// Multiplied by the golden ratio, numbers lie about as if by chance; the first is drawn always.
static int is_drawn(int64_t number, const struct faultydisk_fault *fault) {
    uint64_t place = (uint64_t)(number * (fault->nth + 1)) * 0x9E3779B97F4A7C15;
    return fault->one_in <= 1 || (place >> 32) % (uint64_t)fault->one_in == 0;
}

// Whether this operation is the nth of those that are meant, or one of those after it that fail too.
static int is_met(struct faultydisk *disk, int operation, int kind) {
    const struct faultydisk_fault *fault = &disk->fault;
    if (!(operation & fault->operations) || !(kind & fault->kinds)) return 0;
    disk->met += 1;
    int64_t since = disk->met - fault->nth;
    return since >= 0 && since < fault->times && is_drawn(since, fault);
}

struct verdict disk_judge(
    struct faultydisk *disk, enum faultydisk_operation operation, enum faultydisk_kind kind) {
    struct verdict verdict = {.result = SQLITE_OK};
    pthread_mutex_lock(&disk->lock);
    disk->counts[operation][kind] += 1;
    if (is_met(disk, (int)operation, (int)kind)) {
        disk->failures += 1;
        verdict = (struct verdict){disk->fault.result, disk->fault.lands_half};
    }
    pthread_mutex_unlock(&disk->lock);
    return verdict;
}
