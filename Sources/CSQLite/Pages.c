// The pages of a file that SQLite has in memory.
//
// When a commit is done, SQLite throws away what lies behind the file's end. It looks through all pages that it has
// if the cache ever held a page with a high number, and that is so in most commits: while a full page of a tree is
// shared out among its neighbours, one of them has, for a moment, the number of the page behind the first gibibyte
// (https://www.sqlite.org/fileformat2.html section 1.4), which no other page has. Each page looked at is memory that
// was not at hand. So the cache is told to look only if it holds such a page now.
//
// All else is SQLite's own cache, by way of its interface for others (https://www.sqlite.org/c3ref/pcache_methods2.html).
#include "Pages.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "CSQLite.h"

struct pages {
    sqlite3_pcache *all;
    // No page has a higher number, but for the one that is aside.
    unsigned highest;
    // A page that was given a higher number; 0 where there is none.
    unsigned aside;
};

static sqlite3_pcache_methods2 original;
static _Thread_local int64_t searches;

static struct pages *pages_of(sqlite3_pcache *cache) { return (struct pages *)cache; }

static sqlite3_pcache *create(int size, int extra, int is_purgeable) {
    struct pages *pages = calloc(1, sizeof *pages);
    if (pages == NULL) return NULL;
    pages->all = original.xCreate(size, extra, is_purgeable);
    if (pages->all != NULL) return (sqlite3_pcache *)pages;
    free(pages);
    return NULL;
}

static void destroy(sqlite3_pcache *cache) {
    original.xDestroy(pages_of(cache)->all);
    free(cache);
}

static void set_size(sqlite3_pcache *cache, int count) { original.xCachesize(pages_of(cache)->all, count); }

static int count(sqlite3_pcache *cache) { return original.xPagecount(pages_of(cache)->all); }

static void shrink(sqlite3_pcache *cache) { original.xShrink(pages_of(cache)->all); }

static sqlite3_pcache_page *fetch(sqlite3_pcache *cache, unsigned number, int creates) {
    struct pages *pages = pages_of(cache);
    if (creates && number > pages->highest && number != pages->aside) pages->highest = number;
    return original.xFetch(pages->all, number, creates);
}

static void unpin(sqlite3_pcache *cache, sqlite3_pcache_page *page, int is_discarded) {
    original.xUnpin(pages_of(cache)->all, page, is_discarded);
}

static void renumber(sqlite3_pcache *cache, sqlite3_pcache_page *page, unsigned before, unsigned number) {
    struct pages *pages = pages_of(cache);
    if (before == pages->aside) pages->aside = 0;
    if (number > pages->highest) {
        if (pages->aside == 0) {
            pages->aside = number;
        } else {
            pages->highest = number;
        }
    }
    original.xRekey(pages->all, page, before, number);
}

static void truncate(sqlite3_pcache *cache, unsigned first) {
    struct pages *pages = pages_of(cache);
    if (pages->highest < first && pages->aside < first) return;
    searches += 1;
    original.xTruncate(pages->all, first);
    unsigned last = first == 0 ? 0 : first - 1;
    if (pages->highest > last) pages->highest = last;
    if (pages->aside > last) pages->aside = 0;
}

int csqlite_watch_pages(void) {
    int result = sqlite3_config(SQLITE_CONFIG_GETPCACHE2, &original);
    if (result != SQLITE_OK) return result;
    sqlite3_pcache_methods2 methods = original;
    methods.xCreate = create;
    methods.xCachesize = set_size;
    methods.xPagecount = count;
    methods.xFetch = fetch;
    methods.xUnpin = unpin;
    methods.xRekey = renumber;
    methods.xTruncate = truncate;
    methods.xDestroy = destroy;
    methods.xShrink = shrink;
    return sqlite3_config(SQLITE_CONFIG_PCACHE2, &methods);
}

int64_t csqlite_page_searches(void) { return searches; }
