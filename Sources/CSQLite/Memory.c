// The memory that SQLite works with.
//
// For a booking it takes a hundred small pieces and gives them back. Those that a thread has given back are kept for
// it, each by its size: the C library keeps seven of a size, and takes three times as long in all, as it looks for
// neighbours and for other threads. What is kept are ordinary pieces of the C library's, so that each may
// be given back by another thread, or made larger, as any other.
#include "Memory.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define STEP 32
// A little more than SQLite takes for a piece of a journal in memory.
#define LARGEST 1088
#define SIZES (LARGEST / STEP + 1)
// Of each size: half a megabyte for a thread that has held as many of all sizes at one time.
#define MOST_KEPT 32

struct piece {
    struct piece *next;
};

struct kept {
    struct piece *first[SIZES];
    unsigned char count[SIZES];
    int is_known;
};

static _Thread_local struct kept kept;
static pthread_key_t end_of_thread;
static sqlite3_mem_methods system_methods;

static void *take(int size) {
    int step = (size + STEP - 1) / STEP;
    if (size <= 0 || step >= SIZES) return system_methods.xMalloc(size);
    struct piece *piece = kept.first[step];
    if (piece == NULL) return system_methods.xMalloc(step * STEP);
    kept.first[step] = piece->next;
    kept.count[step] -= 1;
    return piece;
}

static void give_back(void *memory) {
    if (memory == NULL) return;
    int step = system_methods.xSize(memory) / STEP;
    if (step == 0 || step >= SIZES || kept.count[step] >= MOST_KEPT) {
        system_methods.xFree(memory);
        return;
    }
    if (!kept.is_known) kept.is_known = pthread_setspecific(end_of_thread, &kept) == 0;
    struct piece *piece = memory;
    piece->next = kept.first[step];
    kept.first[step] = piece;
    kept.count[step] += 1;
}

static void thread_ends(void *unused) {
    (void)unused;
    for (int step = 0; step < SIZES; step++) {
        for (struct piece *piece = kept.first[step], *next; piece != NULL; piece = next) {
            next = piece->next;
            system_methods.xFree(piece);
        }
    }
    memset(&kept, 0, sizeof kept);
}

int csqlite_keep_memory(void) {
    if (pthread_key_create(&end_of_thread, thread_ends) != 0) return SQLITE_NOMEM;
    int result = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system_methods);
    if (result != SQLITE_OK) return result;
    sqlite3_mem_methods methods = system_methods;
    methods.xMalloc = take;
    methods.xFree = give_back;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}
