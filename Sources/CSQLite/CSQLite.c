#include "CSQLite.h"

#include "Memory.h"
#include "Pages.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static pthread_once_t start_once = PTHREAD_ONCE_INIT;
static int start_result;

static void start(void) {
    start_result = sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    if (start_result == SQLITE_OK) start_result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (start_result == SQLITE_OK) start_result = csqlite_keep_memory();
    if (start_result == SQLITE_OK) start_result = csqlite_watch_pages();
    if (start_result == SQLITE_OK) start_result = sqlite3_initialize();
}

int csqlite_start(void) {
    pthread_once(&start_once, start);
    return start_result;
}

int csqlite_switch(sqlite3 *connection, int option, int is_on) {
    return sqlite3_db_config(connection, option, is_on, NULL);
}

static sqlite3_file *log_of(sqlite3 *connection) {
    sqlite3_file *file = NULL;
    int result = sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
    return result == SQLITE_OK && file != NULL && file->pMethods != NULL ? file : NULL;
}

// A file's own methods with some of them replaced: the first member is what the file points at, so the
// rest is found from there.
struct log_methods {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *original;
    struct csqlite_syncs syncs;
    // Bytes that SQLite takes for written, and where they belong.
    char *held;
    int held_count;
    sqlite3_int64 held_from;
    // Who is told of each sync.
    void (*synced)(void *);
    void *context;
};

// 31 pages with their headers: SQLite's file of a Unix system takes less than 128 KiB at once.
#define MOST_HELD (31 * (24 + 4096))

static struct log_methods *methods_of(sqlite3_file *file) {
    return (struct log_methods *)file->pMethods;
}

static int write_held(sqlite3_file *file) {
    struct log_methods *log = methods_of(file);
    int count = log->held_count;
    log->held_count = 0;
    if (count == 0) return SQLITE_OK;
    return log->original->xWrite(file, log->held, count, log->held_from);
}

static int log_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 from) {
    struct log_methods *log = methods_of(file);
    int follows = from == log->held_from + log->held_count;
    if (!follows || log->held_count + count > MOST_HELD) {
        int result = write_held(file);
        if (result != SQLITE_OK) return result;
        if (count > MOST_HELD) return log->original->xWrite(file, bytes, count, from);
        log->held_from = from;
    }
    memcpy(log->held + log->held_count, bytes, count);
    log->held_count += count;
    return SQLITE_OK;
}

static int64_t nanoseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int log_sync(sqlite3_file *file, int flags) {
    struct log_methods *log = methods_of(file);
    int result = write_held(file);
    if (result != SQLITE_OK) return result;
    int64_t start = nanoseconds();
    result = log->original->xSync(file, flags);
    log->syncs.nanoseconds += nanoseconds() - start;
    log->syncs.count += 1;
    if (log->synced != NULL) log->synced(log->context);
    return result;
}

static int log_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 from) {
    int result = write_held(file);
    return result != SQLITE_OK ? result : methods_of(file)->original->xRead(file, bytes, count, from);
}

static int log_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int result = write_held(file);
    int cut = methods_of(file)->original->xTruncate(file, size);
    return result != SQLITE_OK ? result : cut;
}

static int log_size(sqlite3_file *file, sqlite3_int64 *size) {
    int result = write_held(file);
    return result != SQLITE_OK ? result : methods_of(file)->original->xFileSize(file, size);
}

static int log_close(sqlite3_file *file) {
    struct log_methods *log = methods_of(file);
    int result = write_held(file);
    file->pMethods = log->original;
    free(log->held);
    free(log);
    int closed = file->pMethods->xClose(file);
    return result != SQLITE_OK ? result : closed;
}

int csqlite_keep_log(sqlite3 *connection) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL) return SQLITE_MISUSE;
    struct log_methods *log = calloc(1, sizeof *log);
    char *held = malloc(MOST_HELD);
    if (log == NULL || held == NULL) {
        free(log);
        free(held);
        return SQLITE_NOMEM;
    }
    log->methods = *file->pMethods;
    log->methods.xWrite = log_write;
    log->methods.xSync = log_sync;
    log->methods.xRead = log_read;
    log->methods.xTruncate = log_truncate;
    log->methods.xFileSize = log_size;
    log->methods.xClose = log_close;
    log->original = file->pMethods;
    log->held = held;
    file->pMethods = &log->methods;
    return SQLITE_OK;
}

struct csqlite_syncs csqlite_syncs_so_far(sqlite3 *connection) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL || file->pMethods->xSync != log_sync) return (struct csqlite_syncs){0, 0};
    return methods_of(file)->syncs;
}

int csqlite_when_synced(sqlite3 *connection, void (*synced)(void *), void *context) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL || file->pMethods->xSync != log_sync) return SQLITE_MISUSE;
    struct log_methods *log = methods_of(file);
    log->synced = synced;
    log->context = context;
    return SQLITE_OK;
}

int csqlite_log_salt(sqlite3 *connection, uint64_t *salt) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL) return SQLITE_MISUSE;
    return file->pMethods->xRead(file, salt, sizeof *salt, 16);
}

int csqlite_cut_log(sqlite3 *connection, int64_t bytes) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL) return SQLITE_MISUSE;
    return file->pMethods->xTruncate(file, bytes);
}
