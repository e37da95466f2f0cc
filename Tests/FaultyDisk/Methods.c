// What SQLite asks of the whole disk: opening and deleting are the disk's own, the rest is the system's.
#include "Disk.h"
#include "Memory.h"

#include <string.h>

static enum faultydisk_kind kind_of_flags(int flags) {
    if (flags & SQLITE_OPEN_MAIN_DB) return faultydisk_database;
    if (flags & SQLITE_OPEN_WAL) return faultydisk_log;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return faultydisk_journal;
    return faultydisk_other;
}

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static enum faultydisk_kind kind_of_path(const char *path) {
    if (ends_with(path, "-wal")) return faultydisk_log;
    if (ends_with(path, "-journal")) return faultydisk_journal;
    return faultydisk_other;
}

static int exists(sqlite3_vfs *base, const char *path) {
    int is_there = 0;
    return base->xAccess(base, path, SQLITE_ACCESS_EXISTS, &is_there) == SQLITE_OK && is_there;
}

static void count_open_file(struct faultydisk *disk) {
    pthread_mutex_lock(&disk->lock);
    disk->open_files += 1;
    pthread_mutex_unlock(&disk->lock);
}

static int disk_open(
    sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *given_flags) {
    struct faultydisk *disk = disk_of(vfs);
    struct open_file *open = (struct open_file *)file;
    *open = (struct open_file){.disk = disk, .kind = kind_of_flags(flags)};
    struct verdict verdict = disk_judge(disk, faultydisk_open, open->kind);
    if (verdict.result != SQLITE_OK) return verdict.result;

    int was_there = path != NULL && exists(disk->base, path);
    sqlite3_file *real = system_file(open);
    int result = disk->base->xOpen(disk->base, path, real, flags, given_flags);
    if (real->pMethods == NULL) return result;
    if (result == SQLITE_OK && path != NULL && disk->memory != faultydisk_forgetful) {
        result = memory_open(open, path, was_there);
    }
    // With methods set, SQLite closes the file whatever the result.
    open->methods = file_methods;
    if (real->pMethods->iVersion < open->methods.iVersion) {
        open->methods.iVersion = real->pMethods->iVersion;
    }
    open->file.pMethods = &open->methods;
    count_open_file(disk);
    return result;
}

static int disk_delete(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
    struct faultydisk *disk = disk_of(vfs);
    struct verdict verdict = disk_judge(disk, faultydisk_delete, kind_of_path(path));
    if (verdict.result != SQLITE_OK) return verdict.result;
    int syncs_here = syncs_folder && disk->memory == faultydisk_forgetful;
    int result = disk->base->xDelete(disk->base, path, syncs_here);
    if (result == SQLITE_OK) memory_delete(disk, path, syncs_folder);
    return result;
}

static int disk_access(sqlite3_vfs *vfs, const char *path, int flags, int *answer) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xAccess(base, path, flags, answer);
}

static int disk_full_path(sqlite3_vfs *vfs, const char *path, int capacity, char *full) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xFullPathname(base, path, capacity, full);
}

static void *disk_load(sqlite3_vfs *vfs, const char *path) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xDlOpen(base, path);
}

static void disk_load_error(sqlite3_vfs *vfs, int capacity, char *text) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    base->xDlError(base, capacity, text);
}

static void (*disk_symbol(sqlite3_vfs *vfs, void *library, const char *name))(void) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xDlSym(base, library, name);
}

static void disk_unload(sqlite3_vfs *vfs, void *library) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    base->xDlClose(base, library);
}

static int disk_randomness(sqlite3_vfs *vfs, int count, char *bytes) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xRandomness(base, count, bytes);
}

static int disk_sleep(sqlite3_vfs *vfs, int microseconds) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xSleep(base, microseconds);
}

static int disk_time(sqlite3_vfs *vfs, double *days) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xCurrentTime(base, days);
}

static int disk_last_error(sqlite3_vfs *vfs, int capacity, char *text) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xGetLastError(base, capacity, text);
}

static int disk_time_in_milliseconds(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xCurrentTimeInt64(base, milliseconds);
}

static int disk_set_call(sqlite3_vfs *vfs, const char *name, sqlite3_syscall_ptr call) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xSetSystemCall(base, name, call);
}

static sqlite3_syscall_ptr disk_get_call(sqlite3_vfs *vfs, const char *name) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xGetSystemCall(base, name);
}

static const char *disk_next_call(sqlite3_vfs *vfs, const char *name) {
    sqlite3_vfs *base = disk_of(vfs)->base;
    return base->xNextSystemCall(base, name);
}

const sqlite3_vfs disk_methods = {
    .iVersion = 3,
    .xOpen = disk_open,
    .xDelete = disk_delete,
    .xAccess = disk_access,
    .xFullPathname = disk_full_path,
    .xDlOpen = disk_load,
    .xDlError = disk_load_error,
    .xDlSym = disk_symbol,
    .xDlClose = disk_unload,
    .xRandomness = disk_randomness,
    .xSleep = disk_sleep,
    .xCurrentTime = disk_time,
    .xGetLastError = disk_last_error,
    .xCurrentTimeInt64 = disk_time_in_milliseconds,
    .xSetSystemCall = disk_set_call,
    .xGetSystemCall = disk_get_call,
    .xNextSystemCall = disk_next_call,
};
