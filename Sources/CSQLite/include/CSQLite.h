// SQLite, and the few calls of it that Swift can't make because they are variadic.
#pragma once

#include <sqlite3.h>
#include <stdint.h>

/// Settings of the whole process, before its first connection; whoever calls later gets the same answer.
/// Connections are never shared by threads, so none needs a lock of its own, and memory isn't counted
/// under a common one.
int csqlite_start(void);

/// Switches one of the SQLITE_DBCONFIG_… of a connection.
int csqlite_switch(sqlite3 *connection, int option, int is_on);

/// How often and how long the log of a connection was synced.
struct csqlite_syncs {
    int64_t count;
    int64_t nanoseconds;
};

/// From now on what a commit adds to the connection's write-ahead log is held together and written at once, before
/// the log is synced; and each sync is counted and measured.
///
/// SQLite writes each page and its header by themselves: four system calls for a booking, even where forty share a
/// commit. Nobody else looks at them before the commit is done, and then they are synced: for a connection that
/// syncs at each commit (`synchronous = full`). The log must be open already.
int csqlite_keep_log(sqlite3 *connection);

/// The numbers so far, for the connection's own thread; zeros when nothing is measured.
struct csqlite_syncs csqlite_syncs_so_far(sqlite3 *connection);

/// Has somebody told each time the log was synced, on the thread that did it: what is committed becomes visible to
/// others right behind that, and not before. The log must be kept already; NULL ends it.
int csqlite_when_synced(sqlite3 *connection, void (*synced)(void *), void *context);

/// Reads the eight bytes that tell one use of the write-ahead log from the next
/// (https://www.sqlite.org/fileformat2.html section 4.1), by way of the connection's own file.
int csqlite_log_salt(sqlite3 *connection, uint64_t *salt);

/// Cuts the write-ahead log to so many bytes, by way of the connection's own file.
int csqlite_cut_log(sqlite3 *connection, int64_t bytes);

/// How often a cache of pages was looked through for those behind the end of its file, on this thread.
int64_t csqlite_page_searches(void);
