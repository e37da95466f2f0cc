// What SQLite asks of one file: what a fault may meet is judged first, the rest is the system's.
#include "Disk.h"
#include "Memory.h"

static struct open_file *open_of(sqlite3_file *file) { return (struct open_file *)file; }

static sqlite3_file *real_of(sqlite3_file *file) { return system_file(open_of(file)); }

static struct verdict judge(sqlite3_file *file, enum faultydisk_operation operation) {
    return disk_judge(open_of(file)->disk, operation, open_of(file)->kind);
}

static int file_close(sqlite3_file *file) {
    struct faultydisk *disk = open_of(file)->disk;
    int result = real_of(file)->pMethods->xClose(real_of(file));
    memory_close(open_of(file));
    pthread_mutex_lock(&disk->lock);
    disk->open_files -= 1;
    pthread_mutex_unlock(&disk->lock);
    return result;
}

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    struct verdict verdict = judge(file, faultydisk_read);
    if (verdict.result != SQLITE_OK) return verdict.result;
    return real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int grows(sqlite3_file *file, sqlite3_int64 end) {
    sqlite3_int64 size = 0;
    int result = real_of(file)->pMethods->xFileSize(real_of(file), &size);
    return result == SQLITE_OK && end > size;
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    struct open_file *open = open_of(file);
    struct verdict verdict = judge(file, faultydisk_write);
    if (verdict.result == SQLITE_OK && grows(file, offset + count)) {
        verdict = judge(file, faultydisk_grow);
    }
    int lands = verdict.result == SQLITE_OK ? count : verdict.lands_half ? count / 2 : 0;
    if (lands > 0) {
        int result = real_of(file)->pMethods->xWrite(real_of(file), bytes, lands, offset);
        if (result != SQLITE_OK) return result;
        memory_write(open, bytes, lands, offset);
    }
    return verdict.result;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    struct open_file *open = open_of(file);
    struct verdict verdict = judge(file, faultydisk_truncate);
    if (verdict.result != SQLITE_OK) return verdict.result;
    int result = real_of(file)->pMethods->xTruncate(real_of(file), size);
    if (result == SQLITE_OK) memory_truncate(open, size);
    return result;
}

static int file_sync(sqlite3_file *file, int flags) {
    struct open_file *open = open_of(file);
    // What is written while the sync runs is not yet safe when it ends.
    int64_t last = memory_last_change(open->disk);
    int result = judge(file, faultydisk_sync).result;
    if (result != SQLITE_OK) {
        memory_fail_sync(open, last);
    } else if (open->disk->memory == faultydisk_remembering) {
        // What is safe the disk knows by itself, and its tests make it sync often.
        memory_sync(open, last);
    } else if (open->disk->memory == faultydisk_forgetful) {
        result = real_of(file)->pMethods->xSync(real_of(file), flags);
    }
    return result;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int file_lock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int file_unlock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int file_is_reserved(sqlite3_file *file, int *answer) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), answer);
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int file_sector_size(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int file_traits(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int file_map(
    sqlite3_file *file, int region, int size, int extends, void volatile **memory) {
    struct verdict verdict = judge(file, faultydisk_map);
    if (verdict.result != SQLITE_OK) return verdict.result;
    return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extends, memory);
}

static int file_lock_memory(sqlite3_file *file, int first, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), first, count, flags);
}

static void file_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int file_unmap(sqlite3_file *file, int deletes) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), deletes);
}

static int file_fetch(sqlite3_file *file, sqlite3_int64 offset, int count, void **bytes) {
    return real_of(file)->pMethods->xFetch(real_of(file), offset, count, bytes);
}

static int file_unfetch(sqlite3_file *file, sqlite3_int64 offset, void *bytes) {
    return real_of(file)->pMethods->xUnfetch(real_of(file), offset, bytes);
}

const sqlite3_io_methods file_methods = {
    .iVersion = 3,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_traits,
    .xShmMap = file_map,
    .xShmLock = file_lock_memory,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
    .xFetch = file_fetch,
    .xUnfetch = file_unfetch,
};
