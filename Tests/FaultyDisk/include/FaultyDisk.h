// A disk that fails when a test says so, and that knows what a power cut would leave of its files: a VFS
// for SQLite over the system's own one (https://www.sqlite.org/vfs.html).
#pragma once

#include <stdint.h>

/// A disk, known to SQLite by its name. Tests with disks of their own don't meet. Everything here may be
/// called on any thread.
struct faultydisk;

/// What SQLite asks of a disk; several are added up. A write that makes its file longer is a write and then
/// a growth; mapping is that of the shared memory beside a write-ahead log.
enum faultydisk_operation {
    faultydisk_open = 1,
    faultydisk_read = 2,
    faultydisk_write = 4,
    faultydisk_grow = 8,
    faultydisk_truncate = 16,
    faultydisk_sync = 32,
    faultydisk_delete = 64,
    faultydisk_map = 128,
};

/// What a file is to SQLite; several kinds are added up.
enum faultydisk_kind {
    faultydisk_database = 1,
    faultydisk_log = 2,
    faultydisk_journal = 4,
    faultydisk_other = 8,
    faultydisk_any = 15,
};

/// A fault to come.
struct faultydisk_fault {
    /// A sum of operations.
    int operations;
    /// A sum of kinds.
    int kinds;
    /// Which of those operations is the first to fail, counted from now: 1 is the next.
    int64_t nth;
    /// How many may fail, one after the other.
    int64_t times;
    /// Of these, one in so many does, seemingly by chance: 1 is each.
    int64_t one_in;
    /// SQLite's code for it, such as SQLITE_IOERR_FSYNC.
    int result;
    /// For a write: whether the first half of its bytes lands all the same.
    int lands_half;
};

enum faultydisk_memory {
    faultydisk_forgetful,
    /// What was not synced is remembered, in memory: faultydisk_image works. Only there: the system isn't
    /// asked to sync.
    faultydisk_remembering,
    /// The same, but a sync that succeeds makes nothing safe: some disks lie.
    faultydisk_lying,
};

/// Makes a disk and registers it; null when SQLite refuses. SQLite must be configured before.
struct faultydisk *faultydisk_create(const char *name, enum faultydisk_memory memory);

/// Takes the disk away. SQLITE_BUSY, and it stays, while one of its files is open.
int faultydisk_destroy(struct faultydisk *disk);

/// Tells a remembering disk of a file that is there already, whether or not SQLite will open it.
int faultydisk_adopt(struct faultydisk *disk, const char *path);

/// Replaces the fault that is to come.
void faultydisk_plan(struct faultydisk *disk, struct faultydisk_fault fault);

/// From now on the disk is sound.
void faultydisk_heal(struct faultydisk *disk);

/// How many operations the planned fault has failed, also after the disk was healed.
int64_t faultydisk_failures(struct faultydisk *disk);

/// How many operations of such sums the disk has seen.
int64_t faultydisk_count(struct faultydisk *disk, int operations, int kinds);

/// Writes into a folder what the disk would hold if the power went now: all that was synced, and of what
/// was not, a part that the seed decides.
///
/// The parts are sectors of 512 bytes, so pages tear; a file may keep an earlier length, a new file that
/// was never synced may be missing, and a deleted one may be back. After a sync that failed the system
/// drops what it should have written and calls the next one a success (https://lwn.net/Articles/752063),
/// so what was waiting then is never safe before it is written again.
///
/// The disk and its connections go on as if nothing had happened. SQLITE_OK, or an error.
int faultydisk_image(struct faultydisk *disk, const char *folder, uint64_t seed);
