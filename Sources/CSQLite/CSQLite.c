#include "CSQLite.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

static pthread_once_t start_once = PTHREAD_ONCE_INIT;
static int start_result;

static void start(void) {
    start_result = sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    if (start_result == SQLITE_OK) start_result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
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

// A file's own methods with two of them replaced: the first member is what the file points at, so the
// rest is found from there.
struct measured_methods {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *original;
    struct csqlite_syncs syncs;
};

static int64_t nanoseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int measured_sync(sqlite3_file *file, int flags) {
    struct measured_methods *measured = (struct measured_methods *)file->pMethods;
    int64_t start = nanoseconds();
    int result = measured->original->xSync(file, flags);
    measured->syncs.nanoseconds += nanoseconds() - start;
    measured->syncs.count += 1;
    return result;
}

static int measured_close(sqlite3_file *file) {
    struct measured_methods *measured = (struct measured_methods *)file->pMethods;
    file->pMethods = measured->original;
    free(measured);
    return file->pMethods->xClose(file);
}

int csqlite_measure_syncs(sqlite3 *connection) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL) return SQLITE_MISUSE;
    struct measured_methods *measured = calloc(1, sizeof *measured);
    if (measured == NULL) return SQLITE_NOMEM;
    measured->methods = *file->pMethods;
    measured->methods.xSync = measured_sync;
    measured->methods.xClose = measured_close;
    measured->original = file->pMethods;
    file->pMethods = &measured->methods;
    return SQLITE_OK;
}

struct csqlite_syncs csqlite_syncs_so_far(sqlite3 *connection) {
    sqlite3_file *file = log_of(connection);
    if (file == NULL || file->pMethods->xSync != measured_sync) return (struct csqlite_syncs){0, 0};
    return ((struct measured_methods *)file->pMethods)->syncs;
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
