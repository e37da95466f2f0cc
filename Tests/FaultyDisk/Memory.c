#include "Memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A test that has no memory left can't go on.
static void *need(void *memory) {
    if (memory == NULL) abort();
    return memory;
}

static void forget_versions(struct version *version) {
    while (version != NULL) {
        struct version *older = version->older;
        free(version);
        version = older;
    }
}

static void forget_sizes(struct past_size *size) {
    while (size != NULL) {
        struct past_size *older = size->older;
        free(size);
        size = older;
    }
}

static void free_file(struct remembered *file) {
    for (int64_t i = 0; i < file->sector_count; i++) forget_versions(file->sectors[i].newest);
    forget_sizes(file->past_sizes);
    free(file->sectors);
    free(file->bytes);
    free(file->path);
    free(file);
}

void memory_free(struct faultydisk *disk) {
    while (disk->files != NULL) {
        struct remembered *file = disk->files;
        disk->files = file->next;
        free_file(file);
    }
}

static struct remembered **place_of(struct faultydisk *disk, const char *path) {
    struct remembered **place = &disk->files;
    while (*place != NULL && strcmp((*place)->path, path) != 0) place = &(*place)->next;
    return place;
}

static void forget_file(struct remembered **place) {
    struct remembered *file = *place;
    *place = file->next;
    file->is_forgotten = 1;
    if (file->handles == 0) free_file(file);
}

// Makes room for a file of this length.
static void reserve(struct remembered *file, int64_t size) {
    int64_t count = (size + sector_size - 1) / sector_size;
    if (count <= file->sector_count) return;
    if (count < 2 * file->sector_count) count = 2 * file->sector_count;
    int64_t added = count - file->sector_count;
    file->bytes = need(realloc(file->bytes, (size_t)(count * sector_size)));
    file->sectors = need(realloc(file->sectors, (size_t)count * sizeof *file->sectors));
    memset(file->bytes + file->sector_count * sector_size, 0, (size_t)(added * sector_size));
    memset(file->sectors + file->sector_count, 0, (size_t)added * sizeof *file->sectors);
    file->sector_count = count;
}

static int load(struct remembered *file, sqlite3_file *real) {
    sqlite3_int64 size = 0;
    int result = real->pMethods->xFileSize(real, &size);
    if (result != SQLITE_OK || size == 0) return result;
    reserve(file, size);
    file->size = size;
    return real->pMethods->xRead(real, file->bytes, (int)size, 0);
}

static struct remembered *remember(struct faultydisk *disk, const char *path, int was_there) {
    struct remembered *file = need(calloc(1, sizeof *file));
    file->path = need(strdup(path));
    file->is_new = !was_there;
    file->next = disk->files;
    disk->files = file;
    return file;
}

int memory_open(struct open_file *open, const char *path, int was_there) {
    struct faultydisk *disk = open->disk;
    int result = SQLITE_OK;
    pthread_mutex_lock(&disk->lock);
    struct remembered **place = place_of(disk, path);
    // A file anew where one was deleted: a folder has no two of a name.
    if (*place != NULL && (*place)->is_gone) forget_file(place);
    open->remembered = *place_of(disk, path);
    if (open->remembered == NULL) {
        open->remembered = remember(disk, path, was_there);
        result = load(open->remembered, system_file(open));
    }
    open->remembered->handles += 1;
    pthread_mutex_unlock(&disk->lock);
    return result;
}

static int load_whole(struct remembered *file, FILE *stream) {
    uint8_t bytes[sector_size];
    size_t count;
    while ((count = fread(bytes, 1, sizeof bytes, stream)) > 0) {
        reserve(file, file->size + (int64_t)count);
        memcpy(file->bytes + file->size, bytes, count);
        file->size += (int64_t)count;
    }
    return ferror(stream) ? SQLITE_IOERR_READ : SQLITE_OK;
}

int faultydisk_adopt(struct faultydisk *disk, const char *path) {
    FILE *stream = fopen(path, "rb");
    if (stream == NULL) return SQLITE_CANTOPEN;
    pthread_mutex_lock(&disk->lock);
    int is_known = *place_of(disk, path) != NULL;
    int result = is_known ? SQLITE_OK : load_whole(remember(disk, path, 1), stream);
    pthread_mutex_unlock(&disk->lock);
    fclose(stream);
    return result;
}

void memory_close(struct open_file *open) {
    struct remembered *file = open->remembered;
    if (file == NULL) return;
    pthread_mutex_lock(&open->disk->lock);
    file->handles -= 1;
    if (file->handles == 0 && file->is_forgotten) free_file(file);
    pthread_mutex_unlock(&open->disk->lock);
}

static void keep_version(struct remembered *file, int64_t index, int64_t change) {
    struct version *version = need(malloc(sizeof *version));
    version->older = file->sectors[index].newest;
    version->change = change;
    memcpy(version->bytes, file->bytes + index * sector_size, sector_size);
    file->sectors[index].newest = version;
}

// Keeps what stands between two places of a file.
static void keep_versions(struct remembered *file, int64_t start, int64_t end, int64_t change) {
    for (int64_t i = start / sector_size; i * sector_size < end; i++) keep_version(file, i, change);
}

static void resize(struct remembered *file, int64_t size, int64_t change) {
    struct past_size *past = need(malloc(sizeof *past));
    *past = (struct past_size){.older = file->past_sizes, .change = change, .size = file->size};
    file->past_sizes = past;
    file->size = size;
}

void memory_write(struct open_file *open, const uint8_t *bytes, int64_t count, int64_t offset) {
    struct remembered *file = open->remembered;
    if (file == NULL) return;
    pthread_mutex_lock(&open->disk->lock);
    int64_t change = ++open->disk->changes;
    reserve(file, offset + count);
    keep_versions(file, offset, offset + count, change);
    if (offset + count > file->size) resize(file, offset + count, change);
    memcpy(file->bytes + offset, bytes, (size_t)count);
    pthread_mutex_unlock(&open->disk->lock);
}

void memory_truncate(struct open_file *open, int64_t size) {
    struct remembered *file = open->remembered;
    if (file == NULL) return;
    pthread_mutex_lock(&open->disk->lock);
    int64_t change = ++open->disk->changes;
    reserve(file, size);
    if (size < file->size) {
        keep_versions(file, size, file->size, change);
        memset(file->bytes + size, 0, (size_t)(file->size - size));
    }
    if (size != file->size) resize(file, size, change);
    pthread_mutex_unlock(&open->disk->lock);
}

int64_t memory_last_change(struct faultydisk *disk) {
    pthread_mutex_lock(&disk->lock);
    int64_t last = disk->changes;
    pthread_mutex_unlock(&disk->lock);
    return last;
}

// Versions stand newest first: those of changes up to `last` are a list's end.
static struct version **versions_up_to(struct sector *sector, int64_t last) {
    struct version **place = &sector->newest;
    while (*place != NULL && (*place)->change > last) place = &(*place)->older;
    return place;
}

static void sync_sector(struct sector *sector, int64_t last) {
    struct version **place = versions_up_to(sector, last);
    if (*place == NULL || (*place)->change <= sector->given_up) return;
    forget_versions(*place);
    *place = NULL;
    sector->given_up = 0;
}

static void sync_size(struct remembered *file, int64_t last) {
    struct past_size **place = &file->past_sizes;
    while (*place != NULL && (*place)->change > last) place = &(*place)->older;
    forget_sizes(*place);
    *place = NULL;
}

// What the folder knows is safe: who is there, and who is gone.
static void sync_folder(struct faultydisk *disk) {
    struct remembered **place = &disk->files;
    while (*place != NULL) {
        if ((*place)->is_gone) {
            forget_file(place);
        } else {
            (*place)->is_new = 0;
            place = &(*place)->next;
        }
    }
}

// SQLite's VFS syncs the folder with the first sync of a new log or journal.
static void sync_name(struct open_file *open) {
    if (!open->remembered->is_new) return;
    open->remembered->is_new = 0;
    if (open->kind & (faultydisk_log | faultydisk_journal)) sync_folder(open->disk);
}

void memory_sync(struct open_file *open, int64_t last) {
    struct remembered *file = open->remembered;
    if (file == NULL) return;
    pthread_mutex_lock(&open->disk->lock);
    for (int64_t i = 0; i < file->sector_count; i++) sync_sector(&file->sectors[i], last);
    sync_size(file, last);
    sync_name(open);
    pthread_mutex_unlock(&open->disk->lock);
}

// The system calls clean what it could not write.
void memory_fail_sync(struct open_file *open, int64_t last) {
    struct remembered *file = open->remembered;
    if (file == NULL) return;
    pthread_mutex_lock(&open->disk->lock);
    for (int64_t i = 0; i < file->sector_count; i++) {
        if (*versions_up_to(&file->sectors[i], last) != NULL) file->sectors[i].given_up = last;
    }
    pthread_mutex_unlock(&open->disk->lock);
}

void memory_delete(struct faultydisk *disk, const char *path, int syncs_folder) {
    pthread_mutex_lock(&disk->lock);
    struct remembered **place = place_of(disk, path);
    if (*place != NULL) (*place)->is_gone = 1;
    if (syncs_folder) sync_folder(disk);
    pthread_mutex_unlock(&disk->lock);
}
