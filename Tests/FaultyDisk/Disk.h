// What the parts of the disk know of each other.
#pragma once

#include "FaultyDisk.h"

#include <pthread.h>
#include <sqlite3.h>

struct remembered;

struct faultydisk {
    /// What SQLite knows; it points back at the disk with `pAppData`.
    sqlite3_vfs vfs;
    /// The system's VFS below.
    sqlite3_vfs *base;
    char *name;
    /// Guards all that follows.
    pthread_mutex_t lock;
    int open_files;

    struct faultydisk_fault fault;
    int64_t met;
    int64_t failures;
    int64_t counts[faultydisk_map + 1][faultydisk_any + 1];

    enum faultydisk_memory memory;
    /// The files, in no order.
    struct remembered *files;
    /// Numbers every change of a file.
    int64_t changes;
};

/// How an operation ends that the disk was asked for.
struct verdict {
    int result;
    int lands_half;
};

/// Counts an operation and says whether the planned fault meets it.
struct verdict disk_judge(
    struct faultydisk *disk, enum faultydisk_operation operation, enum faultydisk_kind kind);

/// The methods that SQLite calls for the whole disk.
extern const sqlite3_vfs disk_methods;

static inline struct faultydisk *disk_of(sqlite3_vfs *vfs) { return vfs->pAppData; }

/// A file as SQLite holds it. The system's own follows it in the same piece of memory.
struct open_file {
    sqlite3_file file;
    /// Of the version that the system's file has, as SQLite asks by that what a file can do.
    sqlite3_io_methods methods;
    struct faultydisk *disk;
    enum faultydisk_kind kind;
    /// Null on a forgetful disk, and for a file without a name, which no power cut leaves.
    struct remembered *remembered;
};

static inline sqlite3_file *system_file(struct open_file *file) { return (sqlite3_file *)(file + 1); }

/// The methods that SQLite calls for one file.
extern const sqlite3_io_methods file_methods;
